"""Names that are known beforehand: places, organisations and first names. Tables only.

They are short on purpose: they settle what kind a name is of where an article does not
say so, and let it be believed at the head of a sentence. None is needed for a name to
be found. The forms are as they are written in English, with capitals and spaces.
"""


def _table(written: str) -> frozenset[str]:
    """Read a table of forms, which commas or new lines part."""
    return frozenset(filter(None, map(str.strip, written.replace("\n", ",").split(","))))


COUNTRIES = _table(
    """
    Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria
    Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan
    Bolivia, Bosnia, Bosnia and Herzegovina, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso
    Burma, Burundi, Cambodia, Cameroon, Canada, Cape Verde, Central African Republic, Chad, Chile
    China, Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia
    Democratic Republic of the Congo, Democratic Republic of Congo, Denmark, Djibouti, Dominica
    Dominican Republic, East Timor, Ecuador, Egypt, El Salvador, England, Equatorial Guinea
    Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany
    Ghana, Great Britain, Britain, Greece, Greenland, Grenada, Guatemala, Guinea, Guinea-Bissau
    Guyana, Haiti, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland
    Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kosovo
    Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania
    Luxembourg, Macau, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania
    Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique
    Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria
    North Korea, North Macedonia, Northern Ireland, Norway, Oman, Pakistan, Palau, Palestine
    Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar
    Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Scotland, Senegal, Serbia
    Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia
    Somaliland, South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan
    Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo
    Tonga, Trinidad and Tobago, Tunisia, Turkey, Turkmenistan, Tuvalu, UAE, UK, US, USA, USSR
    Uganda, Ukraine, United Arab Emirates, United Kingdom, United States
    United States of America, Uruguay, Uzbekistan, Vanuatu, Vatican, Vatican City, Venezuela
    Vietnam, Wales, West Bank, Yemen, Yugoslavia, Zambia, Zimbabwe
    """
)
"""Countries and lands, past ones too."""

STATES = _table(
    """
    Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida
    Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland
    Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada
    New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma
    Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah
    Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming, DC, District of Columbia
    Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Nova Scotia, Ontario
    Quebec, Saskatchewan, New South Wales, Queensland, South Australia, Tasmania, Victoria
    Western Australia, Bavaria, Catalonia, Crimea, Kashmir, Sindh, Punjab, Kerala, Tamil Nadu
    Maharashtra, Gujarat, Assam, West Bengal, Uttar Pradesh, Guangdong, Hubei, Xinjiang
    """
)
"""States and provinces."""

STATE_CODES = _table(
    """
    AK, AL, AR, AZ, CA, CO, CT, DC, DE, FL, GA, HI, IA, ID, IL, IN, KS, KY, LA, MA, MD, ME, MI
    MN, MO, MS, MT, NC, ND, NE, NH, NJ, NM, NV, NY, OH, OK, OR, PA, RI, SC, SD, TN, TX, UT, VA
    VT, WA, WI, WV, WY, Ala, Ariz, Ark, Calif, Colo, Conn, Del, Fla, Ga, Ill, Ind, Kan, Ky, La
    Mass, Md, Mich, Minn, Miss, Mo, Mont, Neb, Nev, Okla, Ore, Pa, Tenn, Tex, Va, Vt, Wash, Wis
    Wyo
    """
)
"""Short forms of states, which stand behind a party's letter: `D NY`."""

CITIES = _table(
    """
    Abu Dhabi, Abuja, Accra, Addis Ababa, Aleppo, Algiers, Amman, Amsterdam, Ankara, Athens
    Atlanta, Auckland, Austin, Baghdad, Baku, Baltimore, Bamako, Bangkok, Barcelona, Basra
    Beijing, Beirut, Belfast, Belgrade, Bengaluru, Berlin, Bern, Birmingham, Bogota, Bogotá
    Boston, Brasilia, Brisbane, Bristol, Brussels, Bucharest, Budapest, Buenos Aires, Cairo
    Calcutta, Calgary, Canberra, Cape Town, Caracas, Cardiff, Casablanca, Chennai, Chicago
    Christchurch, Cleveland, Cologne, Colombo, Copenhagen, Dallas, Damascus, Dar es Salaam, Delhi
    Denver, Detroit, Dhaka, Doha, Donetsk, Dresden, Dubai, Dublin, Edinburgh, Florence, Frankfurt
    Gaza, Gaza Strip, Geneva, Glasgow, Hague, Hamburg, Hanoi, Harare, Havana, Helsinki
    Ho Chi Minh City, Honolulu, Houston, Hyderabad, Islamabad, Istanbul, Jakarta, Jerusalem
    Johannesburg, Kabul, Kampala, Karachi, Kathmandu, Kharkiv, Khartoum, Kiev, Kigali, Kinshasa
    Kolkata, Kuala Lumpur, Kyiv, Kyoto, La Paz, Lagos, Lahore, Las Vegas, Leeds, Lima, Lisbon
    Liverpool, Ljubljana, London, Los Angeles, Luanda, Lusaka, Lyon, Madrid, Manchester, Manila
    Marseille, Mecca, Medina, Melbourne, Memphis, Mexico City, Miami, Milan, Milwaukee, Minneapolis
    Minsk, Mogadishu, Monrovia, Montevideo, Montreal, Moscow, Mosul, Mumbai, Munich, Nairobi
    Naples, Nashville, New Delhi, New Orleans, New York City, Nicosia, Osaka, Oslo, Ottawa, Paris
    Perth, Philadelphia, Phnom Penh, Phoenix, Pittsburgh, Port-au-Prince, Prague, Pretoria
    Pristina, Pyongyang, Quito, Rabat, Rangoon, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome
    Sacramento, San Antonio, San Diego, San Francisco, San Jose, San Salvador, Sanaa, Santiago
    Santo Domingo, Sao Paulo, São Paulo, Sarajevo, Seattle, Seoul, Shanghai, Shenzhen, Skopje
    Sofia, St Louis, St Petersburg, Stockholm, Strasbourg, Sydney, Taipei, Tallinn, Tashkent
    Tbilisi, Tehran, Tel Aviv, Tokyo, Toronto, Tripoli, Tunis, Turin, Ulaanbaatar, Valletta
    Vancouver, Venice, Vienna, Vientiane, Vilnius, Warsaw, Washington DC, Wellington, Wuhan
    Yangon, Yerevan, Zagreb, Zurich
    """
)
"""Capitals and other large cities."""

LANDS = _table(
    """
    Africa, America, American Samoa, Antarctica, Arabia, Arctic, Asia, Atlantic, Balkans, Baltic
    Caribbean
    Caucasus, Central America, Central Asia, Chechnya, Cold Harbor, Darfur, East Asia
    East Jerusalem, Eastern Europe, Europe, Far East, Golan Heights, Great Lakes, Gulf Coast
    Guantanamo Bay, Himalayas, Latin America, Mediterranean, Middle East, Midwest, New England
    North Africa, North America, Oceania, Pacific, Persian Gulf, Scandinavia, Siberia, Sinai
    Silicon Valley, South America, South Asia, Southeast Asia, West Africa, Western Europe
    Rio Grande, Tahrir Square
    """
)
"""Regions, seas and rivers."""

SEATS = _table("Wall Street, White House, Capitol Hill, Pentagon, Kremlin, Downing Street")
"""Places that stand for who sits there."""

PLACES = COUNTRIES | STATES | CITIES | LANDS | SEATS

ORGANISATIONS = _table(
    """
    ABC, ACLU, G20, G7, Voice of America
    AFP, AP, ASEAN, AU, Al Jazeera, Al-Jazeera, Amazon, Amnesty International, Apple
    Associated Press, BBC, Boeing, BP, CBS, CDC, CIA, CNN, Congress, DEA, DHS, DNC, DOJ, EPA, ESA
    EU, European Union, FAA, FBI, FCC, FDA, FDIC, FEMA, FIFA, FTC, Facebook, Google, Greenpeace
    HBO, Hamas, Hezbollah, IAEA, IBM, ICC, ICE, IMF, INTERPOL, IOC, IRS, ISIL, ISIS, ITV, Interpol
    Islamic State, Knesset, MI5, MI6, MSNBC, Microsoft, NAACP, NASA, NATO, NBA, NBC, NFL, NHL, NHS
    NIH, NOAA, NPR, NRA, NSA, NTSB, Netflix, Nintendo, OECD, OPEC, OSCE, Oxfam, PBS, Parliament
    RIA Novosti, RNC, Reuters, SEC, Samsung, Senate, Sony, TASS, TSA, Taliban, Tesla, Toyota
    Twitter, UEFA, UN, UNESCO, UNHCR, UNICEF, USAID, USDA, United Nations, VA, WHO, WTO, Wikileaks
    WikiLeaks, Wikimedia, Wikinews, Wikipedia, Xinhua, YouTube, al-Qaeda, Al-Qaeda, Bundestag
    Duma, Interfax, Bloomberg, Uber, Huawei, Pfizer, Moderna, AstraZeneca, Disney, Walmart
    """
)
"""Organisations that a newspaper does not explain."""

KNOWN = PLACES | ORGANISATIONS

SAME = {
    "U.S": "United States",
    "US": "United States",
    "USA": "United States",
    "United States of America": "United States",
    "DC": "Washington DC",
    "District of Columbia": "Washington DC",
    "UK": "United Kingdom",
    "UAE": "United Arab Emirates",
    "UN": "United Nations",
    "EU": "European Union",
}
"""Short forms that everybody writes for a longer one."""

FIRST_NAMES = _table(
    """
    Aaron, Abdul, Abdullah, Abigail, Adam, Adrian, Ahmad, Ahmed, Alan, Albert, Alberto, Alejandro
    Alex, Alexander, Alexandra, Alexei, Alexis, Alfred, Ali, Alice, Alison, Allan, Allen, Amanda
    Amir, Amy, Ana, Anders, Andre, Andrea, Andrei, Andres, Andrew, Andy, Angela, Anita, Ann, Anna
    Anne, Anthony, Antonio, Antony, Ari, Arthur, Ashley, Barack, Barbara, Barry, Bashar, Ben
    Benjamin, Bernard, Bernie, Beth, Betty, Beverly, Bill, Billy, Blanche, Bob, Bobby, Boris, Brad
    Bradley, Brandon, Brenda, Brendan, Brett, Brian, Bruce, Bryan, Byron, Carl, Carlos, Carol
    Caroline, Carolyn, Catherine, Cathy, Cecilia, Chad, Charles, Charlie, Charlotte, Cheryl, Chris
    Christian, Christina, Christine, Christopher, Chuck, Cindy, Claire, Claudia, Colin, Connie
    Craig, Cynthia, Dan, Dana, Daniel, Danielle, Danny, Dave, David, Dean, Deborah, Debbie, Debra
    Denis, Dennis, Derek, Diana, Diane, Dianne, Dick, Diego, Dmitry, Dmitri, Don, Donald, Donna
    Doris, Dorothy, Doug, Douglas, Duncan, Dustin, Dwight, Ed, Eddie, Edgar, Eduardo, Edward
    Eleanor, Elena, Elizabeth, Ellen, Emily, Emma, Emmanuel, Eric, Erik, Erin, Ernest, Esther
    Ethan, Eugene, Eva, Evan, Evelyn, Fatima, Felipe, Felix, Fernando, Fiona, Frances, Francis
    Francisco, Francois, Frank, Franklin, Fred, Frederick, Gabriel, Gareth, Garry, Gary, Gavin
    Gene, Geoff, Geoffrey, George, Gerald, Gerard, Gerhard, Gina, Glenn, Gloria, Gordon, Graham
    Grant, Greg, Gregory, Guillermo, Gustavo, Hannah, Harold, Harriet, Harry, Hassan, Heather
    Heidi, Helen, Henry, Herbert, Hillary, Howard, Hugh, Hugo, Hussein, Ian, Igor, Imran, Irene
    Isaac, Isabel, Ivan, Jack, Jackie, Jacob, Jacqueline, Jacques, Jake, James, Jamie, Jan, Jane
    Janet, Janice, Jason, Javier, Jay, Jean, Jeanne, Jeff, Jeffrey, Jen, Jennifer, Jenny, Jeremy
    Jerry, Jesse, Jessica, Jill, Jim, Jimmy, Jo, Joan, Joanna, Joe, Joel, Johan, Johannes, John
    Johnny, Jon, Jonathan, Jorge, Jose, José, Josef, Joseph, Josh, Joshua, Joyce, Juan, Judith
    Judy, Julia, Julian, Julie, Julius, Justin, Kamala, Karen, Karl, Kate, Katherine, Kathleen
    Kathryn, Kathy, Katie, Keith, Kelly, Ken, Kenneth, Kent, Kevin, Khalid, Kim, Kirk, Kirsten
    Kristen, Kurt, Kyle, Larry, Lars, Laura, Lauren, Laurie, Lawrence, Lee, Leo, Leon, Leonard
    Leonid, Leslie, Lewis, Liam, Linda, Lindsay, Lindsey, Lisa, Lloyd, Lori, Louis, Louise, Lucas
    Lucy, Luis, Lukas, Luke, Lynn, Mahmoud, Malcolm, Manuel, Marc, Marco, Marcus, Margaret, Maria
    María, Marie, Marilyn, Mario, Marion, Mark, Martha, Martin, Marvin, Mary, Matt, Matteo
    Matthew, Maurice, Max, Maxine, Maya, Megan, Melanie, Melissa, Michael, Michel, Michele
    Michelle, Miguel, Mike, Mikhail, Mitch, Mitt, Mohamed, Mohammad, Mohammed, Molly, Monica
    Muhammad, Mustafa, Nancy, Naomi, Narendra, Natalia, Natalie, Nathan, Neil, Nelson, Nicholas
    Nick, Nicola, Nicolas, Nicole, Nigel, Nikolai, Nina, Noah, Norman, Olga, Oliver, Olivia, Omar
    Oscar, Osama, Pablo, Pamela, Pat, Patricia, Patrick, Patty, Paul, Paula, Pavel, Pedro, Peggy
    Penny, Pete, Peter, Phil, Philip, Philippe, Phillip, Pierre, Rachel, Rafael, Ralph, Ramon
    Rand, Randall, Randy, Raul, Ray, Raymond, Rebecca, Recep, Renee, Ricardo, Richard, Rick, Rob
    Robert, Roberto, Robin, Rodney, Rodrigo, Roger, Roland, Ron, Ronald, Rosa, Rosemary, Ross, Roy
    Ruben, Rudy, Russell, Ruth, Ryan, Saddam, Sally, Sam, Samantha, Samuel, Sandra, Sara, Sarah
    Scott, Sean, Sebastian, Sergei, Sergey, Sergio, Shane, Shannon, Sharon, Sheila, Sheldon, Shelley
    Sherrod, Shirley, Simon, Sonia, Sophie, Spencer, Stacy, Stanley, Stefan, Stephanie, Stephen
    Steve, Steven, Stuart, Sue, Susan, Suzanne, Sylvia, Tara, Tariq, Ted, Teresa, Terry, Thad
    Theodore, Theresa, Thomas, Tiffany, Tim, Timothy, Tina, Todd, Tom, Tommy, Toni, Tony, Tracy
    Trent, Trevor, Umar, Ursula, Valerie, Vanessa, Vicki, Victor, Vincent, Virginia, Vivian
    Vladimir, Walter, Warren, Wayne, Wendy, Werner, William, Willie, Wolfgang, Xavier, Yasser
    Yuri, Yusuf, Yvonne, Zachary, Zara, Zoe
    """
)
"""First names that are common in English-language news."""
