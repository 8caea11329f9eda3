import Randomness

/// Poems of four lines with five characters each.
enum ChinesePoems {
  /// Poems that are put together from lines of four kinds: the season, the place, what is done, what is felt.
  static func composed(_ count: Int, seed: UInt64) -> [String] {
    var generator = RandomGenerator(seed: seed)
    var (poems, seen): ([String], Set<String>) = ([], [])
    for _ in 0..<count * 4 where poems.count < count {
      let lines = [ChineseLines.seasons, ChineseLines.places, ChineseLines.deeds, ChineseLines.feelings].map {
        $0[generator.integer(below: $0.count)]
      }
      let poem = "\(lines[0])，\(lines[1])。\n\(lines[2])，\(lines[3])。"
      if seen.insert(poem).inserted { poems.append(poem) }
    }
    return poems
  }

  /// Poems that were written by hand.
  static let written: [String] = Corpus.paragraphs(
    """
    小雨落南窗，青苔上石墙。
    孩童听水响，老母晒衣裳。

    灯下读旧书，门前种新竹。
    夜深人未睡，月色满空屋。

    木工推刨花，满地白如沙。
    小狗衔几片，说要做个家。

    河水入秋低，石头出浅溪。
    孩子给名字，最大叫鲸鱼。

    面包出炉香，街头天未亮。
    行人不知道，有人一夜忙。

    老钟慢五分，家家都认真。
    客人来拨准，全家误车门。

    一豆上高墙，开花到屋梁。
    八月摘一碗，煮汤满屋香。

    雪落一村白，高低分不开。
    今朝无富贵，都从雪里来。

    蛛网挂晨珠，花盆两不孤。
    今天不浇水，怕湿网中图。

    夜车过小桥，窗里几灯摇。
    谁在远方坐，望我这灯小。
    """)
}
