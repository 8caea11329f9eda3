"""Text of many kinds, the same in each run and on each side: `Tests/MixedText/MixedText.swift`, line by line."""

STARTS = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "st", "tr", "th"]
MIDDLES = ["a", "e", "i", "o", "u", "ea", "ou", "é"]
ENDS = ["", "", "n", "r", "s", "t", "ng", "ll"]
EMOJI = ["😀", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "e\u0301", "שלום", "مرحبا", "☎️"]


class MixedText:
    def __init__(self, seed):
        self.state = seed

    def number(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def frequent_number(self, limit):
        return self.number(limit) * self.number(limit) // limit

    def word(self):
        word = ""
        for _ in range(self.number(3) + 1):
            word += STARTS[self.number(16)] + MIDDLES[self.frequent_number(8)] + ENDS[self.number(8)]
        return word

    def line(self, words):
        kind = self.number(8)
        if kind == 0:
            line = "    return "
            for _ in range(self.number(6) + 1):
                line += words[self.frequent_number(2000)] + f"_{self.number(100)}"
                line += [" = ", "(", ").", " + "][self.number(4)]
            return line + ";\n"
        line = ""
        if kind in (1, 2):
            for _ in range(self.number(60) + 1):
                line += "。" if self.number(12) == 0 else chr(0x4E00 + self.frequent_number(3000))
            return line + "\r\n"
        for _ in range(self.number(40) + 1):
            part = self.number(30)
            if part == 0:
                line += EMOJI[self.number(8)] + " "
            elif part == 1:
                line += f"{self.number(100000)} "
            elif part == 2:
                line += words[self.frequent_number(2000)] + "'s, "
            else:
                line += words[self.frequent_number(2000)] + " "
        return line + "\n"


def lines(count, seed=1):
    """Lines of text, as many as it takes for a number of bytes."""
    text = MixedText(seed)
    words = [text.word() for _ in range(2000)]
    made, size = [], 0
    while size < count:
        made.append(text.line(words))
        size += len(made[-1].encode())
    return made
