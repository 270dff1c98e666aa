import Testing

@Suite struct LinearModelTests {}
