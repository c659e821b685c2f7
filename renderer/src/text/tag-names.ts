import { ownValue } from '../domain/own-value';

/**
 * Tags come in small letters from the catalogue and the model, also where they are names: Pixar, World War II. As
 * somebody typed them they stay.
 */
const PHRASES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'Star Wars,Star Trek,James Bond,Studio Ghibli,DC Comics,King Arthur,World War I,World War II,Vietnam War,Cold War,' +
    'Civil War,Wild West,Middle Eastern,Latin American,Eastern European,South African,United States,K-pop,J-pop,' +
    'LGBTQ,LGBT,reality TV,R and B,BDSM,MOBA,Japanese RPG,Oscar winner,Oscar nominee,Cabernet Sauvignon,' +
    'Cabernet Franc,Pinot Noir,Pinot Grigio,Sauvignon Blanc,Chenin Blanc,Touriga Nacional,Napa Valley'
  )
    .split(',')
    .map((name) => [name.toLowerCase(), name]),
);
const NAMES: ReadonlyMap<string, string> = new Map(
  (
    'Pixar Disney Marvel Ghibli Oscar Bollywood Christmas Holocaust Victorian Renaissance Christian African American ' +
    'Asian British Irish Scottish English Canadian Australian French German Italian Spanish Portuguese Brazilian ' +
    'Mexican Argentine Scandinavian Swedish Danish Norwegian Dutch Polish Russian European Greek Turkish Indian ' +
    'Chinese Japanese Korean Chilean Celtic Latin France Italy Brazil Merlot Syrah Malbec Chardonnay Riesling ' +
    'Grenache Tempranillo Sangiovese Nebbiolo Zinfandel Barbera Bordeaux Burgundy Rhone Rioja Tuscany Piedmont ' +
    'Douro Mosel Mendoza'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** "Pixar", "African American", "French wine": a tag as one writes it within a sentence. */
export function tagName(tag: string): string {
  const text = tag.trim();
  if (text !== text.toLowerCase()) return text;
  return ownValue(PHRASES, text) ?? text.replace(/\p{L}+/gu, (word) => NAMES.get(word) ?? word);
}
