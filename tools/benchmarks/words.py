"""What the benchmark bank's questions speak of, and the passage they quote."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, ...]] = {
    "city": ("Aldmoor", "Brenheim", "Castelvico", "Dunsgate", "Eskford", "Ferrano", "Grünau"),
    "body": ("Harbour Council", "Board of Trade", "Salt Company", "League of Ports", "Town Guard"),
    "person": ("Clara Voss", "Tomás Ibarra", "Edith Lang", "Piet de Haan", "Anna Sørensen"),
    "paper": ("treaty", "charter", "customs act", "harbour law", "declaration"),
    "goods": ("salt", "timber", "copper", "wool", "grain", "glass", "tar"),
    "aim": (
        "Lower duties on goods that pass through the harbour",
        "A common weight and measure for every market on the coast",
        "Safe passage for ships of all the member towns",
        "A share of the tolls that the upper towns collected",
        "An end to the quarrel over the fishing grounds",
    ),
    "reason": (
        "The harbour had silted up, and larger ships could no longer enter",
        "Two of the member towns had closed their markets to strangers",
        "A cheaper road over the pass had been opened in the same year",
        "The guilds refused to work with goods that bore no seal",
        "War in the south had cut the route to the largest buyer",
    ),
    "term": ("toll", "guild", "ballast", "levy", "quay", "staple right", "convoy"),
    "meaning": (
        "A payment asked of everyone who uses a road, bridge or harbour",
        "A union of people of one trade that sets its rules and prices",
        "Heavy material that keeps an empty ship upright",
        "A tax raised for one purpose, such as a war or a new harbour wall",
        "A wall along the water where ships are loaded",
        "The privilege of a town to have passing goods offered for sale first",
        "A group of ships that sail together for safety",
    ),
    "event": (
        "The towns send their first envoys to the meeting",
        "The council publishes a draft of the treaty",
        "The guilds protest against the new duties",
        "Merchants of five towns sign the petition",
        "The harbour is dredged at common expense",
        "The last of the old toll gates is taken down",
    ),
}

SENTENCES = (
    "The League of Ports was founded when seven towns agreed to share the cost of one harbour wall",
    "Its first charter fixed the duties on salt, timber and wool for a term of ten years",
    "Clara Voss, who spoke for the Harbour Council, called it a bargain between unequal friends",
    "Every town kept a vote of its own, and no decision could be taken against two of them",
    "The Salt Company had paid for most of the dredging and expected something in return",
    "In the winter that followed, ice closed the northern route for eleven weeks",
    "Merchants began to send copper over the pass instead, which took longer but cost no toll",
    "The Board of Trade counted 412 ships in the first year and 530 in the third",
    "Tomás Ibarra warned that a market without common weights would never be an honest one",
    "It took three more meetings, and the patience of the Town Guard, to settle the quarrel",
)
