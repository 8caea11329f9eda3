/// Scenes that were written by hand.
enum EnglishScenes {
  static let all: [String] = Corpus.paragraphs(text)

  private static let text = """
    The kettle sings before the house is awake. Mother pours the water over the tea and waits. Nobody speaks yet. Outside
    a blackbird tries its song, stops, and tries it again a little better.

    Father planes a board for the new shelf. Thin curls of wood fall on the floor, and the dog carries them away, one by
    one, as if each of them were a bone. In the evening the shelf is done, and the dog's basket is full.

    The river is low this summer. Stones that were always under water lie in the sun, and the children give them names.
    The largest one is called the Whale. In autumn the Whale swims again.

    A baker gets up when others go to bed. He kneads the dough, he lets it rest, he kneads it again. At five the first
    loaves come out. At six the street smells of bread, and people think that the morning smells like that by itself.

    Rosa plants three beans. The first one is eaten by a snail. The second one stays asleep. The third one climbs up the
    stick, past the window, up to the roof, and in August Rosa eats soup from a single bean.

    The old clock in the hall is five minutes late. Everyone in the house knows it and adds five minutes. One day a
    visitor sets it right, and the whole family misses the train.

    In winter the pond is a floor of glass. Otto walks on it with small steps. Below him a fish looks up and sees two
    shoes where the sky should be.

    There is a drawer in the kitchen for things that have no place: string, a key, half a pencil, a button. When
    something is missing we look there last, and there it is.

    The carpenter measures twice and cuts once. His helper measures once and cuts twice. At the end of the day the helper
    has a very short board, and he has learned something.

    Two umbrellas stand in the same stand. The black one goes to the office, the yellow one to school. When it rains they
    get wet apart from each other, and in the evening they dry side by side.

    The cat sits at the window and counts birds. She does not get far, because each bird is the first. When it is dark she
    closes her eyes and goes on counting.

    Grandfather writes a letter each Sunday. He writes about the weather, the hens, and the price of apples. He does not
    write that he is lonely, but it stands between the lines, and so we visit him.

    The night train passes at ten past ten. Ida lies in bed and thinks of the people in the bright windows. Where do they
    go? Far away a woman in the train sees a house with one small light, and thinks: who lives there?

    A spider has made a net between two flower pots. In the morning drops hang in it like glass beads. Nobody waters the
    pots that day.

    The map shows a path that is not there. We walk through high grass for an hour, with thorns on both sides. Then we
    stand on top of the hill and see the whole valley. The map was right about that.

    At the market an old woman sells eggs from a basket. She knows each hen by its egg. This one is from Berta, she says,
    and this one is from Berta's daughter, who still has to practise.

    Snow has fallen on everything alike: on the mayor's car and on the milk can, on the church and on the hen house. For
    one morning the village has only one colour, and nobody is more than the others.

    The teacher asks what is heavier, a pound of feathers or a pound of iron. All shout at once. Only Milo says nothing. He
    thinks about how large the bag for the feathers has to be.

    We found a bottle on the beach, and there was a letter in it. The sea had washed the words away. So we wrote new ones,
    closed the bottle well, and threw it as far as we could.

    The lamp in the workshop burns until late. The clockmaker looks through his glass at a wheel that is smaller than a
    lentil. When it turns at last, he takes off the glass, and the room is large again.
    """
}
