import type { TagLines } from './tag-lines';

/** Tags of video games and board games. Looked up before the general ones for things of these kinds. */
export const GAMES: TagLines = {
  'role-playing':
    'rpg, role playing, roleplaying, role playing rpg, rollenspiel, jeu de role, juego de rol, ролевая игра, ролевые игры, gdr, crpg, party based rpg, jrpg=japanese rpg, tactical rpg=tactics, strategy rpg=strategy, action rpg=action, turn based rpg=turn-based, rollespil, rpgmaker, cc rpg, role play',
  'japanese rpg': 'j rpg, jrpgs',
  'massively multiplayer': 'mmo, mmorpg=role-playing, massively multiplayer online, massive multiplayer',
  strategy:
    'strategie, strategia, estrategia, стратегия, стратегии, strategi, strateji, rts=real-time strategy, grand strategy, 4x, turn based strategy=turn-based, board strategy=board game, strategiespiel, wargame=war, wargames=war',
  'real-time strategy': 'real time, real time tactics=tactics, action rts',
  'turn-based':
    'turn based, turn based combat, rundenbasiert, turn based tactics=tactics, grid based movement, hex grid',
  tactics: 'tactical, taktik, squad tactics, taktisch, tactic',
  'tower defense': 'tower defence',
  simulation:
    'simulator, simulators, simulationen, simulacion, simulazione, симулятор, симуляторы, sim, life sim, immersive sim, dating sim=romance, farming sim=farming, political sim=politics, simulations, god game, automobile sim=racing, space sim=space, trains, agriculture=farming, flight simulator=flight, virtual life, job simulator',
  farming: 'farm, farming simulator, agricultural',
  management:
    'city builder=city building, building=city building, resource management, time management, economic, economy, tycoon, trading, shop keeper, inventory management, business sim, factory, automation, capitalism, wirtschaftssimulation',
  'city building': 'city builder games, base building, construction, civilization, territory building',
  crafting: 'mining, survival craft=survival, open world survival craft=survival, voxel',
  sandbox: 'level editor, moddable, user generated',
  'open world': 'openworld, open world exploration, offene welt, monde ouvert, mundo abierto',
  exploration: 'explore, exploring, walking simulator, walking sim',
  puzzle:
    'puzzles, rätsel spiel, reflexion, rompecabezas, rompicapo, головоломка, головоломки, logic, hidden object, match 3, sokoban, word game, thinking, escape room, physics, puzzle platformer=platform, deduction, brain teaser, logik, casse tete, riddles',
  platform:
    'platformer, platformers, jump and run, jump n run, plataformas, plateforme, plateformes, piattaforme, платформер, 2d platformer, 3d platformer, precision platformer, side scroller, collectathon, parkour, runner, endless runner, sidescroller, jump run',
  metroidvania: 'search action',
  shooter:
    'shooters, ego shooter, shoot, first person shooter, fps, third person shooter, fps tps, top down shooter, arena shooter, hero shooter, looter shooter, tps, шутер, boomer shooter, gun, light gun, lightgun shooter, twin stick shooter, sniper, disparos, tir, looter',
  'shoot em up': 'shoot em ups, shootem up, shmup, bullet hell, shmups, shoot them up, space shooter',
  'beat em up':
    'beatem up, brawler, hack and slash, spectacle fighter, beat them up, hack slash, musou, character action game',
  fighting:
    'fighter, 2d fighter, 3d fighter, kampfspiel, combat sport=sports, lucha, picchiaduro, файтинг, boxing=sports, wrestling=sports, versus fighting',
  arcade: 'arkade, breakout, pinball, score attack, coin op, flipper',
  racing:
    'race, rennspiel, rennspiele, course, carreras, corse, гонки, driving, cars, combat racing, motorsport, kart, bikes, motocross, vehicular combat, racing driving, auto racing, car racing, wyścigi',
  flight: 'flying, aviation, flight sim, pilots, planes, aviation flight',
  'sports game':
    'sports, sport, sportspiel, football soccer=football, spor oyunu, basketball, tennis, golf, baseball, hockey, skateboarding, skating, snowboarding, skiing, cycling, bowling, volleyball, esports, cricket, athletics, pool, olympic, extreme sports, deportes, sportivo, спортивные игры',
  football: 'soccer, fussball, futbol, calcio',
  'hunting and fishing': 'hunting, fishing, angeln, fishing hunting, chasse',
  'survival horror': 'horror survival, survival terror',
  roguelike:
    'rogue like, roguelite, rogue lite, roguelikes, roguelike deckbuilder=deck building, action roguelike=action, dungeon crawler, dungeon crawl, perma death, procedural generation, mystery dungeon, traditional roguelike, dungeon crawling',
  'souls-like': 'soulslike, souls like, difficult, challenging',
  stealth: 'sneaking, schleichspiel, infiltration',
  'visual novel':
    'visual novels, otome=romance, dating, interactive movie, fmv, interactive fiction, choose your own adventure, choices matter, multiple endings, text based, text adventure, sound novel, narrative adventure, interactive storytelling, conversation, dialogue heavy, nonlinear, dynamic narration, narration',
  'point and click': 'point click, adventure point and click=adventure, graphic adventure=adventure, quick time events',
  'card game':
    'card, cards, kartenspiel, kartenspiele, jeu de cartes, juego de cartas, giochi di carte, карточная игра, card battler, trading card game, tcg, ccg, lcg, collectible card game, solitaire, poker, collectible components, hanafuda, hand management',
  'deck building': 'deckbuilding, deck builder, deckbuilder, deck construction, deck bag and pool building',
  'board game':
    'board, board games, brettspiel, brettspiele, tabletop, jeu de societe, juego de mesa, gioco da tavolo, настольная игра, mahjong, chess, shogi, go, board card=card game, othello, checkers, tabletop game, thinking board',
  'party game':
    'party, party games, minigames, mini games, social deduction, partyspiel, sing=music game, karaoke=music game, social, bluffing, hidden roles',
  'music game': 'rhythm, rhythm game, music, dancing, musikspiel, sing along, music rhythm',
  educational: 'education, educational game, edutainment game, lernspiel, typing, programming game, learning game',
  quiz: 'trivia game, quizspiel, quiz game',
  gambling: 'casino, slots, slot machine, glücksspiel, pachinko, pachi slot',
  casual: 'casual game, idle, idler, incremental, clicker, gelegenheitsspiel, casual games, time killer, bejeweled',
  multiplayer:
    'multi player, mehrspieler, pvp, pve, online, competitive, multijoueur, multijugador, team based, local multiplayer, split screen, 4 player local, asynchronous multiplayer, multigiocatore, class based, online pvp, party based multiplayer, мультиплеер',
  'battle royale': 'battleroyale',
  moba: 'multiplayer online battle arena, auto battler',
  cooperative:
    'co op, coop, online co op, local co op, kooperativ, cooperativo, cooperatif, co op campaign, cooperative game, кооператив',
  'single-player': 'singleplayer, single player, solo, solo solitaire game, einzelspieler, un jugador, linear',
  'free to play': 'free, f2p, kostenlos, gratuit, gratis',
  'pixel art': 'pixel graphics, pixel, pixels, 8 bit, 16 bit, pixelart',
  'creature collector': 'creature collecting, monster taming, pokemon, monster collecting',
  'first-person': 'first person, ego perspektive, vr, virtual reality',
  'third-person': 'third person',
  isometric: 'top down, isometrisch',
  'worker placement': 'arbeitereinsatz',
  'area control': 'area majority influence, area majority, gebietskontrolle',
  compilation: 'collection, compilations, minigame collection, arcade collection',
};
