import { begun, rated, type SampleItem, shelf, wanted } from './sample-item';

const movie = shelf('movie');
const series = shelf('series');
const anime = shelf('anime');

export const SAMPLE_SCREEN: readonly SampleItem[] = [
  movie('Spirited Away', 'Hayao Miyazaki', 2001, 'animation, fantasy, family, coming of age', rated(5, 860, 'The train over the water.'), 125),
  movie('My Neighbor Totoro', 'Hayao Miyazaki', 1988, 'animation, family, fantasy, nature', rated(4.5, 530), 86),
  movie('Arrival', 'Denis Villeneuve', 2016, 'science fiction, drama, language', rated(5, 610, 'Watch it a second time.'), 116),
  movie('Blade Runner', 'Ridley Scott', 1982, 'science fiction, noir, dystopia', rated(4.5, 1000), 117),
  movie('Alien', 'Ridley Scott', 1979, 'science fiction, horror, space', rated(4.5, 930), 117),
  movie('2001: A Space Odyssey', 'Stanley Kubrick', 1968, 'science fiction, classics, space', rated(4, 1020), 149),
  movie('The Grand Budapest Hotel', 'Wes Anderson', 2014, 'comedy, drama, stylized', rated(4.5, 480), 99),
  movie('Moonrise Kingdom', 'Wes Anderson', 2012, 'comedy, romance, coming of age, stylized', rated(4, 740), 94),
  movie('Parasite', 'Bong Joon-ho', 2019, 'thriller, drama, dark comedy, korea', rated(5, 390), 132),
  movie('In the Mood for Love', 'Wong Kar-wai', 2000, 'romance, drama, hong kong', rated(5, 680, 'Nobody has ever walked down stairs like that.'), 98),
  movie('Before Sunrise', 'Richard Linklater', 1995, 'romance, drama, vienna', rated(4.5, 810), 101),
  movie('Paddington 2', 'Paul King', 2017, 'comedy, family, adventure', rated(5, 270, 'A perfect film. I mean it.'), 103),
  movie('Knives Out', 'Rian Johnson', 2019, 'mystery, comedy, crime', rated(4, 360), 130),
  movie('The Lives of Others', 'Florian Henckel von Donnersmarck', 2006, 'drama, thriller, berlin, history', rated(4.5, 870), 137),
  movie('Amélie', 'Jean-Pierre Jeunet', 2001, 'comedy, romance, paris', rated(4, 910), 122),
  movie('Mad Max: Fury Road', 'George Miller', 2015, 'action, science fiction, desert', rated(4.5, 570), 120),
  movie('The Matrix', 'Lana Wachowski, Lilly Wachowski', 1999, 'action, science fiction, dystopia', rated(4, 980), 136),
  movie('Pulp Fiction', 'Quentin Tarantino', 1994, 'crime, dark comedy, classics', rated(3.5, 950), 154),
  movie('Get Out', 'Jordan Peele', 2017, 'horror, thriller, satire', rated(4, 440), 104),
  movie('Portrait of a Lady on Fire', 'Céline Sciamma', 2019, 'romance, drama, historical, france', rated(4.5, 220), 122),
  movie('Past Lives', 'Celine Song', 2023, 'romance, drama', rated(4.5, 130), 106),
  movie('Perfect Days', 'Wim Wenders', 2023, 'drama, slow cinema, tokyo', rated(5, 90, 'Makes you want to water a plant.'), 124),
  movie('12 Angry Men', 'Sidney Lumet', 1957, 'drama, classics, courtroom', rated(4.5, 770), 96),
  movie('Seven Samurai', 'Akira Kurosawa', 1954, 'action, drama, classics, japan', wanted(45), 207),
  series('The Wire', 'David Simon', 2002, 'crime, drama, baltimore', rated(5, 650), 59),
  series('Breaking Bad', 'Vince Gilligan', 2008, 'crime, drama, thriller', rated(4, 900), 47),
  series('Fleabag', 'Phoebe Waller-Bridge', 2016, 'comedy, drama, london', rated(5, 340), 27),
  series('The Good Place', 'Michael Schur', 2016, 'comedy, fantasy, philosophy', rated(4.5, 520), 22),
  series('Detectorists', 'Mackenzie Crook', 2014, 'comedy, countryside, friendship', rated(5, 160, 'Kind, slow, and very funny.'), 30),
  series('Dark', 'Baran bo Odar, Jantje Friese', 2017, 'science fiction, mystery, time travel, germany', rated(4, 420), 53),
  series('Severance', 'Dan Erickson', 2022, 'science fiction, thriller, mystery', rated(4.5, 110), 48),
  series('Slow Horses', 'Will Smith', 2022, 'thriller, spies, dark comedy, london', begun(15), 46),
  series('Planet Earth', 'Alastair Fothergill', 2006, 'documentary, nature', rated(4.5, 820), 49),
  anime('Cowboy Bebop', 'Shinichirō Watanabe', 1998, 'animation, science fiction, space, jazz', rated(4.5, 550), 24),
];
