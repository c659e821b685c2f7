import { begun, dropped, rated, type SampleItem, shelf, wanted } from './sample-item';

const game = shelf('game');
const boardGame = shelf('board game');

export const SAMPLE_PLAY: readonly SampleItem[] = [
  game('Outer Wilds', 'Mobius Digital', 2019, 'exploration, mystery, space, puzzle', rated(5, 300, 'Look nothing up. Promise me.')),
  game('Disco Elysium', 'ZA/UM', 2019, 'role-playing, detective, story', rated(5, 460)),
  game('Portal 2', 'Valve', 2011, 'puzzle, humor, science fiction, co-op', rated(5, 850)),
  game('Stardew Valley', 'ConcernedApe', 2016, 'farming, relaxing, simulation', rated(4, 600)),
  game('Hades', 'Supergiant Games', 2020, 'action, roguelike, mythology', rated(4.5, 370)),
  game('Return of the Obra Dinn', 'Lucas Pope', 2018, 'puzzle, detective, mystery', rated(5, 490)),
  game('Celeste', 'Maddy Thorson, Noel Berry', 2018, 'platformer, difficult, story', rated(4.5, 630)),
  game('The Legend of Zelda: Breath of the Wild', 'Nintendo', 2017, 'adventure, open world, exploration', rated(4.5, 730)),
  game('Slay the Spire', 'Mega Crit', 2019, 'deck building, roguelike, strategy', rated(4.5, 250)),
  game('Into the Breach', 'Subset Games', 2018, 'strategy, tactics, science fiction', rated(4.5, 580)),
  game('Factorio', 'Wube Software', 2020, 'strategy, automation, simulation', rated(4, 320)),
  game('Journey', 'thatgamecompany', 2012, 'adventure, relaxing, desert', rated(4.5, 880)),
  game('Elden Ring', 'FromSoftware', 2022, 'action, role-playing, open world, difficult', dropped(280, 'I see why. Not for my thumbs.')),
  game('Baldur’s Gate 3', 'Larian Studios', 2023, 'role-playing, fantasy, story, co-op', begun(25)),
  boardGame('Azul', 'Michael Kiesling', 2017, 'abstract, tile placement, family', rated(4.5, 400), 40),
  boardGame('Wingspan', 'Elizabeth Hargrave', 2019, 'engine building, birds, nature', rated(4.5, 260, 'Calm, pretty, and over in an hour.'), 60),
  boardGame('Carcassonne', 'Klaus-Jürgen Wrede', 2000, 'tile placement, family, medieval', rated(4, 920), 40),
  boardGame('Catan', 'Klaus Teuber', 1995, 'trading, family, dice', rated(3, 960), 90),
  boardGame('Codenames', 'Vlaada Chvátil', 2015, 'party, words, teams', rated(4, 710), 15),
  boardGame('Pandemic', 'Matt Leacock', 2008, 'co-op, strategy, medicine', rated(4, 690), 45),
  boardGame('The Crew: The Quest for Planet Nine', 'Thomas Sing', 2019, 'co-op, cards, space', rated(4.5, 310), 20),
  boardGame('Terraforming Mars', 'Jacob Fryxelius', 2016, 'engine building, strategy, space', rated(4, 500), 120),
  boardGame('Brass: Birmingham', 'Gavan Brown, Matt Tolman, Martin Wallace', 2018, 'strategy, economics, industrial', rated(5, 180), 120),
  boardGame('Dixit', 'Jean-Louis Roubira', 2008, 'party, storytelling, family', rated(4, 670), 30),
  boardGame('Twilight Struggle', 'Ananda Gupta, Jason Matthews', 2005, 'strategy, history, two players', wanted(70), 180),
];
