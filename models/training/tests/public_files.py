"""Made-up files in the form of each public download: two or three people, a few things."""

ML100K = {"u.item": "1|Alpha, The (1990)|01-Jan-1990||http://x|" + "|".join("0" * 5 + "1" + "0" * 13) + "\n"
                    "2|Béta (La bêta) (1991)|01-Jan-1991||http://x|" + "|".join("0" * 8 + "1" + "0" * 10) + "\n",
          "u.data": "7\t1\t5\t874965478\n7\t2\t2\t874965479\n8\t1\t4\t874965480\n"}
ML1M = {"movies.dat": "1::Alpha, The (1990)::Action|Comedy\n2::Béta (1991)::Drama\n",
        "ratings.dat": "7::1::5::978300760\n7::2::2::978300761\n8::1::4::978300762\n"}
MOVIETWEETINGS = {"movies.dat": "0000001::Alpha (1990)::Action|Comedy\n0000002::Béta (1991)::\n",
                  "ratings.dat": "7::0000001::10::1381945744\n7::0000002::0::1381945745\n8::0000001::8::1381945746\n"}
MLLATEST = {"movies.csv": 'movieId,title,genres\n1,"Alpha, The (1990)",Action|Comedy\n2,Béta (1991),(no genres listed)\n',
            "ratings.csv": "userId,movieId,rating,timestamp\n7,1,5.0,964982703\n7,2,0.5,964982704\n8,1,4.5,964982705\n",
            "tags.csv": "userId,movieId,tag,timestamp\n7,1,Pixar,1\n8,1,pixar,2\n7,1,Fun,3\n"}
GOODBOOKS = {"books.csv": "book_id,goodreads_book_id,authors,original_publication_year,title\n"
                          '1,2767052,"Ann Author, Bob  Painter",2008.0,"The Alpha (The Greek, #1)"\n2,3,Ann Author,-720.0,Beta\n',
             "ratings.csv": "user_id,book_id,rating\n7,1,5\n7,2,3\n8,1,4\n",
             "tags.csv": "tag_id,tag_name\n1,to-read\n2,young-adult\n3,fantasy\n",
             "book_tags.csv": "goodreads_book_id,tag_id,count\n2767052,1,900\n2767052,2,5\n2767052,3,9\n3,3,4\n"}
GOODBOOKS_FIRST = {**GOODBOOKS, "books.csv": "id,book_id,authors,original_publication_year,title\n"
                                             '1,2767052,Ann Author,2008.0,"The Alpha (The Greek, #1)"\n2,3,Ann Author,,Beta\n',
                   "ratings.csv": "book_id,user_id,rating\n1,7,5\n2,7,3\n1,8,4\n"}
BOOKCROSSING = {"BX-Books.csv": '"ISBN";"Book-Title";"Book-Author";"Year-Of-Publication";"Publisher";"Image-URL-S";"Image-URL-M";'
                                '"Image-URL-L"\n' + "".join(f'"{n:010}";"Say \\"{title}\\" &amp; go";"Ann Author";"1999";"P";"";"";""\n'
                                                            for n, title in enumerate(("Alpha", "Alpha", "Beta"))),
                "BX-Book-Ratings.csv": '"User-ID";"ISBN";"Book-Rating"\n' + "".join(
                    f'"{user}";"{n:010}";"{rating}"\n' for user, n, rating in ((7, 0, 0), (7, 2, 8), (8, 1, 10), (8, 2, 0), (9, 0, 5)))}
ANIME = {"anime.csv": 'anime_id,name,genre,type,episodes,rating,members\n1,Alpha&#039;s Day,"Action, Comedy",TV,12,8.1,9\n2,Beta,,OVA,1,7,9\n',
         "rating.csv": "user_id,anime_id,rating\n7,1,10\n7,2,-1\n8,1,7\n"}
LASTFM = {"artists.dat": "id\tname\turl\tpictureURL\n1\tAlpha \"x\"\thttp://a\t\n2\tBéta\thttp://b\t\n",
          "tags.dat": "tagID\ttagValue\n1\tRock\n2\telectro\n",
          "user_artists.dat": "userID\tartistID\tweight\n7\t1\t100\n7\t2\t50\n8\t1\t3\n",
          "user_taggedartists-timestamps.dat": "userID\tartistID\ttagID\ttimestamp\n7\t1\t1\t1238536800000\n7\t1\t2\t1241128800000\n"
                                               "8\t1\t2\t1238536800000\n8\t2\t1\t-428720400000\n"}
WINES = {"XWines_Slim_1K_wines.csv": "WineID,WineName,Type,Elaborate,Grapes,Harmonize,ABV,Body,Acidity,Code,Country,RegionID,RegionName,"
                                     "WineryID,WineryName,Website,Vintages\n"
                                     "100001,Alpha,Red,Varietal/100%,['Merlot'],\"['Beef', 'Lamb']\",13.0,Full-bodied,High,FR,France,1,"
                                     "Margaux,2,Château Alpha,,[2020]\n",
         "XWines_Slim_150K_ratings.csv": "RatingID,UserID,WineID,Vintage,Rating,Date\n1,7,100001,2019,4.5,2016-08-16 03:51:25\n"
                                         "2,8,100001,2019,3.0,2021-01-01\n"}
RECIPES = {"recipes.csv": "RecipeId,Name,AuthorId,RecipeCategory\n38,Alpha &amp; Pie,1,Pie\n39,Beta,1,NA\n",
           "reviews.csv": "ReviewId,RecipeId,AuthorId,AuthorName,Rating,Review\n5,38,7,ann,5,\"good,\nreally\"\n3,39,7,ann,4,x\n9,38,8,bob,0,x\n"}

# By set: the files, and the encoding of those that are not UTF-8.
FILES = {"ml100k": ML100K, "ml1m": ML1M, "movietweetings": MOVIETWEETINGS, "mllatest": MLLATEST, "goodbooks": GOODBOOKS,
         "bookcrossing": BOOKCROSSING, "anime": ANIME, "lastfm_tagged": LASTFM, "lastfm_listen": LASTFM, "wines": WINES,
         "recipes": RECIPES}
LATIN = {"u.item", "movies.dat of ml1m", "BX-Books.csv", "BX-Book-Ratings.csv", "tags.dat"}


def write_public(folder, name, files=None):
    """The files of a set, `files` in place of its own"""
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in {**FILES[name], **(files or {})}.items():
        encoding = "latin-1" if file in LATIN or f"{file} of {name}" in LATIN else "utf-8"
        (folder / file).write_text(text, encoding=encoding, newline="")
