import Testing

@Suite struct WordingTests {}
