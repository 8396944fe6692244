"""First names and other words that tell a woman from a man. Tables only.

A name that both have, somewhere in Europe or America (`Andrea`, `Kim`, `Leslie`), is
in neither table, nor is one that is a surname as often.
"""


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


WOMENS_NAMES = _words(
    """
    Abigail Ada Adele Agata Agnes Agnieszka Aisha Alexandra Alice Alicia Alison Allison Amanda Amber
    Amelia Amina Amy Ana Anastasia Angela Angelina Angelique Angélique Anita Ann Anna Annabel Anne
    Anneke Annette Annie Annika Antonia Aoife April Astrid Audrey Barbara Beata Beatrice Becky
    Benazir Bernadette Beth Betsy Betty Beverly Birgit Birgitta Blanche Bonnie Brenda Bridget
    Brigitte Britta Brittany Camilla Candice Carla Carly Carmen Carol Carole Caroline Carolyn Carrie
    Catherine Cathy Cecilia Celia Chantal Charlene Charlotte Chelsea Cheryl Chiara Chloe Christiane
    Christina Christine Cindy Claire Clara Clarissa Claudia Colleen Condoleezza Connie Constance
    Consuelo Cornelia Cristina Crystal Cynthia Céline Dagmar Daisy Daniela Danielle Daphne Dawn Deb
    Debbie Deborah Debra Deirdre Delia Delphine Denise Diana Diane Dianne Dilma Dina Dolores Donna
    Dora Doreen Doris Dorothy Edith Edna Eileen Ekaterina Elaine Eleanor Elena Eliza Elizabeth
    Elizaveta Elke Ella Ellen Eloise Elsa Emilia Emily Emma Erica Erika Erin Esther Ethel Eugenia
    Eva Eve Evelyn Evita Ewa Faith Fatima Fatma Felicia Fiona Flora Florence Frances Francesca
    Françoise Frauke Freya Gabriela Gabriella Gabrielle Gail Galina Genevieve Geneviève Geraldine
    Gerda Gertrude Gillian Gina Ginette Giorgia Giovanna Gisela Gisele Giulia Gladys Gloria Grace
    Greta Gretchen Gudrun Gwen Hannah Harriet Hatice Hazel Heather Heidi Heike Helen Helena Helene
    Henrietta Hester Hilary Hilda Hildegard Hillary Hortense Hélène Ida Ilona Ilse Imelda Indira
    Ines Inga Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle Ivana Jacinda Jacqueline Jadwiga
    Jane Janet Janice Janine Jeanette Jeanne Jeannette Jen Jenna Jennifer Jenny Jessica Jill Joan
    Joanna Joanne Johanna Josephine Josette Joyce Joëlle Juanita Judith Judy Julia Juliana Julianne
    Julie Juliet Jutta Kaitlin Kamala Karen Karin Karina Karla Katarzyna Kate Katharine Katherine
    Kathleen Kathryn Kathy Katie Katja Katrina Kay Kayla Kellyanne Kirsten Kirstjen Klara Kristen
    Kristin Kristina Laetitia Larisa Laura Lauren Leah Leila Lena Lenora Leonora Leticia Liesel
    Lillian Lilly Lily Linda Lisa Liudmila Liz Liza Lois Lola Lorena Loretta Lori Lorraine Louisa
    Louise Lucia Lucille Lucinda Lucy Ludivine Ludmila Luisa Lydia Mabel Madeleine Madeline
    Magdalena Maggie Maike Mairead Malala Malgorzata Manon Manuela Mara Marcia Margaret Margaretha
    Margarita Margery Margo Margot Maria Mariam Marianne Marie Mariela Marilyn Marina Marit Marjorie
    Marlene Marsha Marta Martha Martina Mary Maryse María Matilda Maud Maureen Maxine Maya Mechthild
    Megan Meghan Melania Melanie Melinda Melissa Mercedes Meredith Mia Michaela Michelle Mildred
    Mimi Mindy Miranda Mireille Miriam Moira Molly Mona Monica Monika Monique Muriel Myra Myrna
    Nadezhda Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nathalie Nell Nellie Niamh Nicole
    Nicolette Nikki Nina Nora Norma Nydia Odette Odile Oksana Olga Olivia Ophelia Paige Paloma
    Pamela Patricia Patsy Patti Patty Paula Paulette Pauline Pearl Peggy Penelope Penny Petra
    Philippa Phoebe Phyllis Pilar Polly Priscilla Priti Rachel Raisa Ramona Raquel Rebeca Rebecca
    Regina Renata Renate Renee Rhoda Rhonda Rita Roberta Rocio Rosa Rosalind Rosanna Rose Roseanne
    Rosemary Rosie Roxanne Ruth Sabina Sabine Sabrina Sally Samantha Sandra Saoirse Sara Sarah
    Selena Serena Sharon Sheila Shelley Sheryl Shirley Sieglinde Sigrid Silke Silvia Sinead Siobhan
    Sofia Solange Soledad Solveig Sonia Sonja Sophia Sophie Stacey Stacy Stella Stephanie Sue Susan
    Susana Susanna Susanne Suzanne Svetlana Sylvia Sylvie Ségolène Tamara Tammy Tania Tanya Tara
    Tatiana Teresa Tess Theresa Therese Tiffany Tina Toni Tonya Trudy Ulrike Ursula Ute Valentina
    Valeria Valerie Vanessa Vera Veronica Veronika Vicki Vicky Viktoria Violet Virginia Vivian
    Viviane Vivien Véronique Waltraud Wanda Wendy Whitney Wilhelmina Wilma Winifred Xenia Ximena
    Yekaterina Yolanda Yulia Yvette Yvonne Yvonnick Zara Zelda Zinaida Zoe Zofia Zoë Zuzana
    Élisabeth Élise
    """
)
MENS_NAMES = _words(
    """
    Aaron Abdul Abdullah Abel Abraham Adam Adolf Adolfo Adrian Ahmad Ahmed Alain Alan Alastair
    Albert Alberto Alec Alejandro Aleksandr Alessandro Alexander Alexandre Alexei Alexey Alfonso
    Alfred Alfredo Alistair Allan Allen Alvaro Alvin Ambrose Amir Anatoly Anders Andre Andreas
    Andrei Andrej Andres Andrew Andrey Andrzej André Andy Angus Anthony Antoine Anton Antonin
    Antonio Antony Antti António Aristide Armand Armando Arnaud Arne Arnold Arthur Arturo Asher
    August Augusto Axel Barack Barnabas Barney Barry Bart Bartholomew Bashar Basil Ben Benedict
    Benito Benjamin Benoit Bernard Bernardo Bernd Bernhard Bernie Bert Bertrand Bill Billy Björn Bob
    Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Byron Caleb Calvin
    Carl Carlo Carlos Cecil Cedric Cesar Chad Charles Charlie Chester Chet Christian Christoph
    Christophe Christopher Chuck Clarence Claudio Claus Clayton Clement Clifford Clint Clive Clyde
    Colin Conor Conrad Constantin Corey Cornelius Cory Craig Curtis Cyril Cyrus Damian Damien Dan
    Daniel Danny Darrell Darren Darryl Dave David Dean Delbert Denis Dennis Derek Desmond Dexter
    Dick Didier Diego Dieter Dietrich Dimitri Dirk Dmitri Dmitry Dominic Don Donald Doug Douglas
    Duane Duncan Dustin Dwayne Dwight Earl Ed Eddie Edgar Edmond Edmund Eduardo Edward Edwin Egon
    Elias Elijah Eliot Eliud Elliott Elmer Emil Emilio Emmanuel Enrico Enrique Eric Erich Erik
    Ernest Ernesto Ernst Ethan Etienne Eugene Evan Everett Evgeny Fabian Fabio Felipe Felix
    Ferdinand Fernando Fidel Filip Floyd Francesco Francis Francisco Franco Francois Frank Franklin
    Franz François Fred Freddie Frederic Frederick Friedrich Fritz Frédéric Gabriel Gareth Garrett
    Garry Gary Gaston Gavin Geert Gene Geoff Geoffrey Georg George Georges Gerald Gerard Gerhard
    Gianni Gideon Gilbert Giles Gilles Giorgio Giovanni Giuseppe Glen Glenn Gonzalo Gordon Graham
    Grant Greg Gregor Gregory Guido Guillaume Guillermo Gunter Gus Gustav Gustavo Guy Gérard Günter
    Günther Hamid Hamish Hank Hannes Hans Harald Harold Harry Harvey Hassan Hector Heinrich Heinz
    Helmut Hendrik Henri Henrik Henry Herb Herbert Herman Hermann Herschel Homer Horace Horst Howard
    Hubert Hugh Hugo Humphrey Hussein Iain Ian Ibrahim Ignacio Igor Ike Imran Irving Isaac Isaiah
    Ismail Ivan Ivo Jack Jacob Jacques Jaime Jair Jake Jakob Jakub Jamal James Janusz Jared Jarosław
    Jarrod Jason Javier Jay Jeff Jeffrey Jens Jeremiah Jeremy Jerome Jerry Jesse Jesus Jim Jimmy
    Joachim Joaquin Jochen Joe Joel Joerg Johan Johann Johannes John Johnny Jon Jonah Jonas Jonathan
    Joost Jorge Jose Josef Joseph Josh Joshua José João Juan Jules Julian Julien Julio Julius Justin
    Jérôme Jörg Jürgen Kai Karl Kaspar Keith Ken Kenneth Kenny Kent Kevin Khalid Kirk Klaus Knut
    Konrad Konstantin Kristof Kurt Kyle Kyriakos Lachlan Lamar Larry Lars Lasse Lawrence Lech Leif
    Len Leo Leon Leonard Leonardo Leonid Leopold Leroy Lewis Liam Lionel Lloyd Logan Lorenzo Lothar
    Louis Luc Luca Lucas Luciano Ludwig Luigi Luis Luiz Lukas Luke Luther Lyle Lyndon László Maarten
    Maciej Magnus Mahmoud Malcolm Manfred Manuel Marc Marcel Marcelo Marcin Marco Marcos Marcus
    Marek Mario Mark Marko Markus Marlon Marshall Martin Marvin Massimo Mateo Mateusz Mathias
    Mathieu Matt Matteo Matthew Matthias Mattias Maurice Mauricio Mauro Max Maximilian Maxwell
    Merlin Michael Michal Michał Mickaël Miguel Mihai Mike Mikhail Miles Milo Milton Miroslav Mitch
    Mitchell Mitt Mohamed Mohammad Mohammed Moritz Moses Muhammad Murray Mustafa Narendra Nathan
    Nathaniel Ned Neil Nelson Neville Newt Nicholas Nick Nicolas Nicolás Niels Nigel Niklas Nikola
    Nikolai Nikos Noah Norbert Norm Norman Octavio Odo Olaf Ole Oleg Oliver Olivier Omar Orrin Osama
    Oscar Oskar Otto Owen Pablo Paolo Pascal Patrick Patrik Paul Paulo Pavel Pawel Paweł Pedro Percy
    Pete Peter Petr Petro Phil Philip Philipp Philippe Phillip Pierre Pieter Piotr Rafael Rafał Ralf
    Ralph Ramon Ramón Rand Randall Randolph Randy Raoul Raphael Raul Ray Raymond Raúl Recep Reginald
    Reinhard Reinhold Rex Rhys Ricardo Richard Rick Ricky Rob Robert Roberto Roderick Rodney Rodolfo
    Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Rory Ross Roy Ruben Rubén Rudolf Rudolph Rudy
    Rufus Rupert Russ Russell Ryan Rüdiger Saddam Salvador Salvatore Samuel Santiago Saul Saxby
    Scott Seamus Sean Sebastian Sebastien Serge Sergei Sergey Sergio Seth Severin Shane Shaun Shawn
    Sheldon Sherrod Sidney Siegfried Sigmund Silvio Simon Slobodan Solomon Spencer Stan Stanislav
    Stanisław Stanley Stefan Stefano Stephan Stephen Steve Steven Stewart Stuart Stéphane Sven Svend
    Sébastien Tariq Tayyip Ted Terence Terrance Terrence Thad Thaddeus Theo Theodor Theodore Thierry
    Thomas Thorsten Tim Timo Timothy Tobias Todd Tom Tomas Tomasz Tommy Tomáš Tony Torsten Trent
    Trevor Tristan Tristram Troy Tyler Udo Ulf Ulrich Ulysses Umar Urs Uwe Vaclav Vadim Valentin
    Valery Vasily Vernon Victor Viggo Viktor Vince Vincent Vincenzo Vitaly Vito Vittorio Vladimir
    Volker Volodymyr Václav Wallace Walt Walter Ward Warren Wayne Werner Wesley Wilbur Wilfred
    Wilhelm Will Willem William Willie Winston Wladimir Wojciech Wolf Wolfgang Woody Xavier Yann
    Yannick Yasser Yevgeny Yuri Yusuf Yves Yvon Zachary Zbigniew Zdenek Zoltan Zoltán
    """
)

WOMENS_TITLES = _words(
    """
    Actress Assemblywoman Aunt Baroness Chairwoman Congresswoman Councilwoman Dame Duchess Lady
    Madam Madame Miss Mme Mother Mrs Ms Princess Queen Sister Spokeswoman
    """
)
MENS_TITLES = _words(
    """
    Archbishop Assemblyman Ayatollah Baron Brother Cardinal Congressman Councilman Duke Father Imam
    King Lord Mr Pope Prince Rabbi Sheikh Sir Spokesman Uncle
    """
)
WOMENS_WORDS = _words(
    """
    actress aunt businesswoman chairwoman congresswoman daughter girl girlfriend grandmother heroine
    mother niece policewoman queen sister spokeswoman widow wife woman
    """
)
"""What a woman is called before her name or behind it, with a small letter."""
MENS_WORDS = _words(
    """
    boy boyfriend brother businessman father fireman fisherman gentleman grandfather husband king
    man nephew policeman salesman son spokesman uncle widower
    """
)
