import Displays

extension InductionScore: CustomStringConvertible, Displayable {
  private var table: HeatTable {
    HeatTable(
      corner: "induction", rows: heads.indices.map { "layer \($0)" },
      columns: (0..<(heads.map(\.count).max() ?? 0)).map { "head \($0)" }, shares: heads)
  }

  private var heading: String { "the second time costs \(gain.fixed(3)) nats per token less" }
  public var description: String { "\(heading)\n\(table.text)" }
  public var display: Display { table.display(under: heading) }
}
