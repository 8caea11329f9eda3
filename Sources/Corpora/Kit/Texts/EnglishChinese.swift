/// Short sentences in English and Chinese.
enum EnglishChinese {
  static let all: [TextPair] = [
    ("Good morning.", "早上好。"), ("Good night.", "晚安。"), ("Thank you.", "谢谢。"), ("I am hungry.", "我饿了。"),
    ("I am tired.", "我累了。"), ("The water is cold.", "水很冷。"), ("The tea is hot.", "茶很热。"),
    ("It is raining.", "下雨了。"), ("It is snowing.", "下雪了。"), ("The sun is out.", "太阳出来了。"),
    ("The moon is bright.", "月亮很亮。"), ("I like apples.", "我喜欢苹果。"), ("I like rice.", "我喜欢米饭。"),
    ("She reads a book.", "她看书。"), ("He writes a letter.", "他写信。"), ("They sing a song.", "他们唱歌。"),
    ("We eat bread.", "我们吃面包。"), ("We drink water.", "我们喝水。"), ("The cat sleeps.", "猫在睡觉。"),
    ("The dog runs.", "狗在跑。"), ("The bird sings.", "鸟在唱歌。"), ("The fish swims.", "鱼在游水。"),
    ("Where is the book?", "书在哪里？"), ("Where is the cat?", "猫在哪里？"), ("What is this?", "这是什么？"),
    ("Who is that?", "那是谁？"), ("This is a cup.", "这是杯子。"), ("This is a clock.", "这是钟。"),
    ("The door is open.", "门开着。"), ("The window is closed.", "窗关着。"), ("My mother cooks soup.", "我妈妈煮汤。"),
    ("My father works.", "我爸爸工作。"), ("The child laughs.", "孩子笑了。"), ("The river is long.", "河很长。"),
    ("The mountain is high.", "山很高。"), ("See you tomorrow.", "明天见。"),
  ].map { TextPair($0.0, $0.1) }
}
