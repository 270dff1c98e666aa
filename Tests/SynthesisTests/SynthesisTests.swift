import Testing

@Suite struct SynthesisTests {}
