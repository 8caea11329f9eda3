/// What the stories are made of. Words in capitals are filled in.
enum StoryWords {
  static let names = [
    "Anna", "Ben", "Clara", "David", "Emma", "Finn", "Greta", "Hugo", "Ida", "Jonas", "Lena", "Milo", "Nora", "Otto",
    "Paula", "Rosa", "Sam", "Tilda", "Vera", "Willy",
  ]
  static let places = [
    "the garden", "the kitchen", "the workshop", "the old barn", "the harbour", "the forest", "the meadow",
    "the market",
    "the library", "the attic", "the river bank", "the bakery", "the hill behind the house", "the school yard",
  ]
  static let things = [
    "red kite", "small boat", "silver key", "wooden horse", "blue cup", "warm scarf", "paper lantern", "old clock",
    "green ball", "little drum", "brass bell", "round stone", "long ladder", "yellow umbrella", "map of the valley",
    "basket of apples",
  ]
  static let weather = [
    "the sun was warm", "it rained softly", "the wind blew hard", "snow lay on the roofs", "fog hung over the fields",
    "the sky was clear", "the leaves were falling", "the first stars came out",
  ]
  static let looks = ["tired", "happy", "worried", "curious", "quiet", "proud", "hungry", "brave"]
  static let foods = [
    "bread and honey", "hot soup", "apple cake", "sweet pears", "fresh milk", "warm rice", "plum jam",
  ]
  static let openings = [
    "One morning NAME went to PLACE, and WEATHER.", "NAME looked out: WEATHER. It was a good day to go to PLACE.",
    "NAME lived near PLACE. One evening, when WEATHER, there was a knock at the door.",
    "Every Sunday NAME walked to PLACE. This time WEATHER.", "It was early, and WEATHER. NAME sat down in PLACE.",
    "When NAME was seven, PLACE was the best place in the world. One day WEATHER.",
    "Long ago, when WEATHER, a child named NAME came to PLACE.",
  ]
  static let wishes = [
    "NAME wanted to show the THING to FRIEND.", "There NAME saw a THING and wished to have it.",
    "In a corner stood a THING, and it was covered with dust.", "NAME had lost the THING and felt LOOK.",
    "\"Where is my THING?\" asked NAME.", "NAME had a plan: to mend the THING before night.",
    "Grandmother had asked for the THING, and NAME had promised to bring it.",
  ]
  static let troubles = [
    "But the THING was too heavy to carry alone.", "But the THING fell down and broke in two.",
    "But a dog came running and took the THING away.", "But nobody knew how the THING worked.",
    "But the door was locked, and the THING was on the other side.", "But the THING hung high up in a tree.",
    "But it was getting dark, and NAME could not see the THING any more.", "But the THING was wet, and NAME was LOOK.",
  ]
  static let helps = [
    "FRIEND came by and asked, \"Can I help you?\" Together they tried again and again.",
    "Then NAME called FRIEND, who brought a rope and a lamp.", "FRIEND laughed and said, \"I know what to do.\"",
    "NAME thought for a while, and then ran to find FRIEND.",
    "They shared some FOOD first, and FRIEND told a story about a THING.",
    "FRIEND was LOOK too, but two heads are better than one.", "Step by step, NAME and FRIEND went through PLACE.",
  ]
  static let talks = [
    "\"Look here,\" said FRIEND, \"it was so easy.\"", "\"Thank you,\" said NAME. \"I could not have done it alone.\"",
    "\"Be careful,\" said FRIEND, and held the THING with both hands.",
    "NAME said nothing and smiled.", "\"Next time we begin earlier,\" said NAME.",
    "\"Do you hear it?\" asked FRIEND. Something was moving in PLACE.",
    "\"We did it!\" they both shouted, so loud that the birds flew up.",
  ]
  static let endings = [
    "In the end they went home and ate FOOD.", "That night the THING stood by the window, and NAME slept well.",
    "From that day on NAME and FRIEND were friends.", "And when WEATHER again, they remembered that day.",
    "The THING still stands in PLACE, and everyone may use it.", "NAME gave the THING to FRIEND, and both were glad.",
    "They made a fire, cooked FOOD, and talked until the moon was high.",
  ]
}
