import { begun, dropped, rated, type SampleItem, shelf, wanted } from './sample-item';

const book = shelf('book');
const comic = shelf('comic');

export const SAMPLE_BOOKS: readonly SampleItem[] = [
  book('The Left Hand of Darkness', 'Ursula K. Le Guin', 1969, 'science fiction, classics, gender, winter', rated(5, 1010, 'The journey across the ice is the best eighty pages I know.'), 304),
  book('The Dispossessed', 'Ursula K. Le Guin', 1974, 'science fiction, classics, utopia, politics', rated(4.5, 620), 387),
  book('Dune', 'Frank Herbert', 1965, 'science fiction, classics, politics, desert', rated(4, 940), 604),
  book('Piranesi', 'Susanna Clarke', 2020, 'fantasy, mystery, labyrinth', rated(5, 410, 'Best read knowing nothing at all.'), 245),
  book('Jonathan Strange & Mr Norrell', 'Susanna Clarke', 2004, 'fantasy, historical fiction, magic', rated(4.5, 890), 782),
  book('Klara and the Sun', 'Kazuo Ishiguro', 2021, 'science fiction, literary fiction, artificial intelligence', rated(4, 350), 303),
  book('The Remains of the Day', 'Kazuo Ishiguro', 1989, 'literary fiction, historical fiction, england', rated(5, 780, 'Everything he does not say.'), 258),
  book('Never Let Me Go', 'Kazuo Ishiguro', 2005, 'literary fiction, science fiction, friendship', rated(4.5, 700), 288),
  book('Station Eleven', 'Emily St. John Mandel', 2014, 'science fiction, post-apocalyptic, theatre', rated(4.5, 510), 333),
  book('The Martian', 'Andy Weir', 2011, 'science fiction, survival, space, humor', rated(4, 660), 369),
  book('Project Hail Mary', 'Andy Weir', 2021, 'science fiction, space, adventure', rated(4.5, 240, 'For anybody who liked science class.'), 476),
  book('The Name of the Rose', 'Umberto Eco', 1980, 'mystery, historical fiction, medieval', rated(4.5, 830), 536),
  book('Murder on the Orient Express', 'Agatha Christie', 1934, 'mystery, crime, classics, trains', rated(4, 560), 256),
  book('The Thursday Murder Club', 'Richard Osman', 2020, 'mystery, crime, humor, friendship', rated(3.5, 290), 382),
  book('Gone Girl', 'Gillian Flynn', 2012, 'thriller, crime, marriage', rated(3, 720), 415),
  book('Pride and Prejudice', 'Jane Austen', 1813, 'classics, romance, england, humor', rated(4.5, 970), 432),
  book('Circe', 'Madeline Miller', 2018, 'fantasy, mythology, historical fiction', rated(4.5, 330), 393),
  book('A Gentleman in Moscow', 'Amor Towles', 2016, 'historical fiction, literary fiction, russia', rated(4, 470), 462),
  book('The Hobbit', 'J. R. R. Tolkien', 1937, 'fantasy, classics, adventure', rated(4.5, 1040), 310),
  book('Good Omens', 'Terry Pratchett, Neil Gaiman', 1990, 'fantasy, humor, apocalypse', rated(4, 590), 400),
  book('Small Gods', 'Terry Pratchett', 1992, 'fantasy, humor, religion', rated(4.5, 450), 357),
  book('Sapiens', 'Yuval Noah Harari', 2011, 'non-fiction, history, anthropology', rated(3.5, 640), 443),
  book('Thinking, Fast and Slow', 'Daniel Kahneman', 2011, 'non-fiction, psychology, economics', rated(4, 540), 499),
  book('Braiding Sweetgrass', 'Robin Wall Kimmerer', 2013, 'non-fiction, nature, essays', rated(4.5, 200, 'One chapter at a time, outdoors.'), 391),
  book('H is for Hawk', 'Helen Macdonald', 2014, 'non-fiction, memoir, nature, grief', rated(4, 380), 300),
  book('Wolf Hall', 'Hilary Mantel', 2009, 'historical fiction, literary fiction, england', begun(20), 650),
  book('Infinite Jest', 'David Foster Wallace', 1996, 'literary fiction, postmodern', dropped(500, 'Twice now. Page 200.'), 1079),
  book('Middlemarch', 'George Eliot', 1871, 'classics, literary fiction, england', wanted(60), 880),
  comic('Maus', 'Art Spiegelman', 1991, 'graphic novel, memoir, history, war', rated(5, 760), 296),
  comic('Persepolis', 'Marjane Satrapi', 2000, 'graphic novel, memoir, iran', rated(4.5, 430), 341),
];
