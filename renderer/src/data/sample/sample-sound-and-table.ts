import { rated, type SampleItem, shelf, wanted } from './sample-item';

const album = shelf('album');
const artist = shelf('music artist');
const podcast = shelf('podcast');
const recipe = shelf('recipe');
const place = shelf('place');
const wine = shelf('wine');

export const SAMPLE_SOUND_AND_TABLE: readonly SampleItem[] = [
  album('Kind of Blue', 'Miles Davis', 1959, 'jazz, classics', rated(5, 990), 46),
  album('Blue', 'Joni Mitchell', 1971, 'folk, singer-songwriter', rated(5, 790), 36),
  album('OK Computer', 'Radiohead', 1997, 'alternative rock, art rock', rated(4.5, 840), 53),
  album('In Rainbows', 'Radiohead', 2007, 'alternative rock, art rock', rated(4.5, 470), 43),
  album(
    'Carrie & Lowell',
    'Sufjan Stevens',
    2015,
    'folk, singer-songwriter, grief',
    rated(4.5, 560, 'Not on the bus.'),
    44,
  ),
  album('To Pimp a Butterfly', 'Kendrick Lamar', 2015, 'hip hop, jazz', rated(4.5, 630), 79),
  album('Rumours', 'Fleetwood Mac', 1977, 'rock, pop, classics', rated(4, 800), 39),
  album('Discovery', 'Daft Punk', 2001, 'electronic, house, dance', rated(4, 750), 61),
  album('Dummy', 'Portishead', 1994, 'trip hop, electronic', rated(4.5, 590), 49),
  album('The Köln Concert', 'Keith Jarrett', 1975, 'jazz, piano, live', rated(5, 150), 66),
  artist('Khruangbin', 'Khruangbin', null, 'psychedelic, instrumental, funk', rated(4, 210)),
  artist('Nina Simone', 'Nina Simone', null, 'jazz, soul, blues', rated(4.5, 540)),
  podcast('99% Invisible', 'Roman Mars', 2010, 'design, architecture, stories', rated(4.5, 620)),
  podcast('Radiolab', 'Jad Abumrad, Robert Krulwich', 2002, 'science, stories', rated(4, 730)),
  podcast('Serial', 'Sarah Koenig', 2014, 'true crime, journalism', rated(3.5, 860)),
  podcast(
    'In Our Time',
    'Melvyn Bragg',
    1998,
    'history, science, philosophy',
    rated(4.5, 230, 'Three professors and a man in a hurry.'),
  ),
  podcast('Song Exploder', 'Hrishikesh Hirway', 2014, 'music, interviews', rated(4, 450)),
  podcast('The Rest Is History', 'Tom Holland, Dominic Sandbrook', 2020, 'history, humor', rated(4, 120)),
  recipe('Shakshuka', '', null, 'eggs, tomato, vegetarian, breakfast', rated(4.5, 350, 'More cumin than you think.')),
  recipe('Cacio e pepe', '', null, 'pasta, italian, vegetarian, quick', rated(4.5, 280)),
  recipe('Thai green curry', '', null, 'thai, spicy, coconut', rated(4, 420)),
  recipe('Dal tadka', '', null, 'indian, lentils, vegetarian, comfort food', rated(4.5, 190)),
  recipe('Tarte Tatin', '', null, 'dessert, french, apple, baking', rated(4, 330)),
  place('Alhambra', '', null, 'granada, spain, palace, history', rated(5, 640)),
  place(
    'Louisiana Museum of Modern Art',
    '',
    null,
    'denmark, museum, art, sea',
    rated(5, 380, 'Go for the garden, stay for the café.'),
  ),
  place('Fushimi Inari-taisha', '', null, 'kyoto, japan, shrine, walk', rated(4.5, 520)),
  place('Naturhistorisches Museum Wien', '', null, 'vienna, museum, nature', rated(4, 260)),
  place('Giant’s Causeway', '', null, 'northern ireland, coast, nature', wanted(80)),
  wine('Barolo', '', null, 'red, italy, piedmont, nebbiolo', rated(4.5, 290)),
  wine('Sancerre', '', null, 'white, france, loire, sauvignon blanc', rated(4, 170)),
  wine('Vinho Verde', '', null, 'white, portugal, light, summer', rated(3.5, 140)),
];
