extension String {
  /// A bar of blocks that grows by eighths of a character: `██▌` for a share of one half and a width of five.
  package static func bar(_ share: Double, width: Int) -> String {
    let eighths = Int((Swift.min(Swift.max(share, 0), 1) * Double(width * 8)).rounded(.down))
    return String(repeating: "█", count: eighths / 8) + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
  }
}
