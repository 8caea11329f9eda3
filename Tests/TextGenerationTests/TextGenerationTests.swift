import Testing

@testable import TextGeneration
