import Testing

@Suite struct AuditingTests {}
