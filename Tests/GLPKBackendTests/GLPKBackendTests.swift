import Testing

@Suite struct GLPKBackendTests {}
