import Testing

@Suite struct UnitsTests {}
