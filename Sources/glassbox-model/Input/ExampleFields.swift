/// Which fields an example has for a task: for each field the names that it may have, the usual one first.
enum ExampleFields {
  static let classify = [["text", "sentence"], ["label"]]
  static let answer = [["question"], ["context"], ["answer"]]
  static let chat = [["prompt", "instruction"], ["answer", "completion", "response", "output"]]
  static let generate = [["prompt"], ["reference", "answer"]]
}
