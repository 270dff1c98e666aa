import Testing

@Suite struct RuleLawTests {}
