"""The words by which names are told from other words with a capital. Tables only.

They are English. A word is in them as it is written with a capital, without points.
"""


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


OPENERS = _words(
    """
    DRM RIP SARS-CoV SARS Rs A AIDS AM AND About Above According Across Actually Adding Additional
    Additionally Addressing After Afterward Afterwards Again Against Ago Ahead Alas All Almost Along
    Already Also Alternatively Although Altogether Always Am Amid Among An And Announcing Annual
    Another Any Anybody Anyone Anything Anyway Apart Apparently Are Around As Asked At Away Based
    Because Become Before Behind Being Below Beside Besides Better Between Beyond But By CEO CFO
    COVID Came Can Cannot Certainly Citing Clearly Come Coming Commenting Consequently Considering
    Could Covid Currently DNA Dear Despite Did Do Does Doing Done Due During Each Earlier Eighteen
    Either Eleven Elsewhere Enough Especially Even Eventually Ever Every Everybody Everyone
    Everything Everywhere Evidently Exactly Except FAQ FOR Facing Far Few Fewer Fifteen Fifty
    Finally Firstly Following For Former Formerly Fortunately Forty Fourteen Fourth From Further
    Furthermore Generally Get Getting Given Go Going Got HIV Had Has Have Having He Hello Hence Her
    Here Hers Herself Hi Him Himself His Hopefully How However I IMMEDIATE If Important Importantly
    In Including Indeed Initially Inside Instead Into Is It Its Itself Just Keep Know Lastly Lately
    Later Latest Least Less Let Lets Like Likewise Looking Lots Made Mainly Make Making Many Maybe
    Me Meanwhile Mine More Moreover Most Mostly Much Must My Myself Named Nearly Neither Never
    Nevertheless No Nobody None Nonetheless Nor Normally Not Notably Nothing Noting Now Nowadays OF
    OK Obviously Of Off Often Oh Okay On Ones Only Onto Or Originally Other Others Otherwise Our
    Ours Out Outside Over Overall PDF PM Part Particularly Per Perhaps PhD Please Plus Previously
    Prior Probably Put Q Quite RELEASE RSVP Rather Really Recent Recently Regarding Regardless
    Remember Reportedly Representing Said Same Saying Secondly See Seemingly Separately Several
    Shall She Shortly Should Similar Similarly Simply Since Sixteen Sixty So Some Somebody Someone
    Something Sometimes Soon Speaking Specifically Subsequently Such Suddenly THE TV Take Taking
    Than Thank Thanks That The Their Theirs Them Themselves Then There Thereafter Therefore These
    They Think Thirteen Thirty This Those Though Through Throughout Thus To Today Together Tomorrow
    Tonight Too Toward Towards Traditionally Twelve Twenty Twitterverse Typically Ultimately Under
    Unfortunately Unless Unlike Until Up Upon Upset Us Used Using Usually Various Very Via Was We
    Were What Whatever When Whenever Where Whereas Wherever Whether Which While Whilst Who Whoever
    Whole Whom Whose Why With Within Without Wonder Would Wow Writing Written Yeah Yes Yesterday Yet
    You Your Yours Yourself Zero
    """
)
"""What is part of no name, wherever it stands."""

HEADLINE_VERBS = _words(
    """
    Announce Announced Announces Applaud Applauds Approves Calls Commends Comments Condemns
    Continued Continues Cosponsors Criticizes Demands Hails Introduces Joins Leads Meets Opposes
    Outlines Praises Proposes Pushes Questions Receives Reiterates Responds Reveals Says Secures
    Seeks Slams Unveils Urge Urges Votes Vows Warns Welcomes
    """
)
"""Verbs that have a capital in headlines alone, where they part whom they stand between."""

SOFT_OPENERS = _words(
    """
    Air Analysis Analysts Authorities Back Banks Best Big Black Blog Blue Born Both Bronze Business
    Central Children Coach Companies Congressional Contact Costs Court Critics Data Day Days Doctors
    Dozens Early Earthquake East Eastern Economic Eight Email Emergency Energy Evidence Experts
    Families Fans Fax Federal Figures Fire Firefighters First Five Flooding Floods Food Founded Four
    Game Games Gas General Gold Good Government Governments Great Green Half Health Heavy High Home
    Hospitals Hours Human Hundreds Hurricane Image International Internet Investigators Journalists
    Large Last Late Lawmakers Left Little Local Located Long Look Man May Media Members Men Might
    Militants Military Millions Music National Near New Newspaper Newspapers Next Nine North
    Northeastern Northern Northwestern Note Officials Oil Old Once One Opponents Opposition
    Organisers Organizers Own Parents Parliamentary Passengers Past People Phone Photo Photos
    Players Police Political Polls Posted Presidential Press Prices Private Profits Prosecutors
    Protesters Public Published Radio Rain Read Rebels Red Relatives Release Reporters Rescue
    Rescuers Research Researchers Residents Results Right Sales Schools Science Scientists Second
    Security Senior Set Seven Shares Silver Six Small Snow Social Soldiers Source Sources South
    Southeastern Southern Southwestern Special State Still Stocks Storm Strong Students Studies
    Study Supporters Tax Teachers Team Teams Tel Television Ten Thing Things Third Thousands Three
    Top Trade Troops Tropical Two Typhoon Updated Use Video Voters Water Weather Web Website Well
    West Western White Will Winds Witnesses Women Work Workers Year Years Young
    """
)
"""What may stand at the head of a sentence without being a name, and inside one elsewhere."""

DAYS = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    January February March April May June July August September October November December Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Easter Ramadan Thanksgiving Halloween Summer
    Winter Spring Autumn EST EDT GMT UTC
    """
)
"""Days, months and feasts."""

PEOPLES = _words(
    """
    Afghan Afghans African Africans Albanian American Americans Arab Arabic Arabs Argentine
    Argentinian Armenian Asian Asians Australian Australians Austrian Azerbaijani Bangladeshi
    Belarusian Belgian Bolivian Bosnian Brazilian Brazilians Briton Britons British Bulgarian
    Burmese Cambodian Canadian Canadians Caucasian Chechen Chilean Chinese Colombian Croatian Cuban
    Cubans Czech Danish Dutch Egyptian Egyptians English Englishman Ethiopian European Europeans
    Filipino Finnish French Frenchman Gazan Georgian German Germans Ghanaian Greek Greeks Haitian
    Hispanic Hungarian Icelandic Indian Indians Indonesian Iranian Iranians Iraqi Iraqis Irish
    Israeli Israelis Italian Italians Jamaican Japanese Jordanian Kenyan Korean Koreans Kurd Kurdish
    Kurds Kuwaiti Latin Latino Lebanese Libyan Libyans Lithuanian Malaysian Maltese Mexican Mexicans
    Moroccan Native Nepalese Nepali Nigerian Norwegian Pakistani Pakistanis Palestinian Palestinians
    Peruvian Polish Portuguese Roman Romanian Russian Russians Saudi Scot Scots Scottish Serb
    Serbian Serbs Singaporean Slovak Slovenian Somali Soviet Spaniard Spanish Sudanese Swede Swedish
    Swiss Syrian Syrians Taiwanese Tamil Thai Tibetan Tunisian Turk Turkish Turks Ugandan Ukrainian
    Ukrainians Venezuelan Vietnamese Welsh Western Yemeni Zimbabwean Alaskan Californian Texan
    Texans Kansans Parisian Londoner Allah Anglican Bible Buddhist Buddhism Catholic Catholics
    Christ Christian Christianity Christians Communist Communists Confederate Conservative
    Conservatives Democrat Democratic Democrats Evangelical Fascist God Hindu Hindus Islam Islamic
    Islamist Islamists Jew Jewish Jews Judaism Koran Liberal Liberals Lutheran Marxist Methodist
    Mormon Muslim Muslims Nazi Nazis Orthodox Protestant Qur'an Republican Republicans Shia Shiite
    Sikh Socialist Sunni Tory Tories Zionist
    """
)
"""Peoples, tongues, creeds and parties' followers: no names of their own."""

PRECISE_TITLES = _words(
    """
    Mr Mrs Ms Miss Mx Messrs Dr Prof Professor Sir Dame Rev Reverend Hon President Presidents
    Vice-President Director-General Senator Senators Sen Sens Rep Reps Representative
    Representatives Congressman Congresswoman Congressmen Governor Governors Gov Mayor Mayors
    Minister Ministers Premier Chancellor Secretary Secretaries Secretary-General Undersecretary
    Ambassador Ambassadors Commissioner Chairman Chairwoman Chairperson Chairmen Chair Speaker
    Spokesman Spokeswoman Spokesperson Director Judge Judges Magistrate Sheriff Detective Inspector
    Constable Sergeant Sgt Lieutenant Lt Colonel Col Capt Cmdr Commander Adm Admiral Brigadier Gen
    Maj Corporal Pvt Archbishop Bishop Cardinal Rabbi Imam Ayatollah Sheikh Emperor Empress Leader
    Whip Councillor Councilman Councilwoman Delegate Attorney Prosecutor Administrator
    Superintendent Counsel Ranking Member Coach Principal Treasurer Comptroller Auditor MP MEP MLA
    CEO Captain Honorable Honourable Adviser Advisers Advisor Advisors
    """
)
"""Titles wherever they stand before a name."""

LOOSE_TITLES = _words(
    """
    General Major King Queen Prince Princess Duke Duchess Earl Count Baron Baroness Lord
    Lady Pope Father Mother Brother Sister Saint Chief Justice Private Dean Comrade Emir Sultan
    Master Officer Agent Pastor Manager Editor Author Actor Actress Founder Deputy Professor
    """
)
"""Words that are titles only at the head of a name of a person."""

MODIFIERS = _words(
    """
    Prime Foreign Deputy Vice Acting Assistant Associate Attorney Chief Executive Interim Former
    Honorary Lieutenant Majority Minority General Solicitor Under Permanent Interior Defence Defense
    Finance Health Home Justice Labor Labour Agriculture Commerce Energy Education Transportation
    Transport Treasury Environment Trade Culture Housing Veterans Affairs Press Crown Grand Managing
    Right Honourable Honorable Lord Police Fire Economy Agent Special Opposition Shadow Chairman
    Secretary Democratic Republican Communications First Senior
    """
)
"""What may stand before a title as part of it."""

PORTFOLIOS = _words(
    """
    State Defense Defence Agriculture Commerce Energy Labor Labour Education Transportation
    Transport Interior Treasury Homeland Security Veterans Affairs Health Human Services Housing
    Urban Development Foreign Justice Finance Culture Environment Trade Home War Navy Army National
    Intelligence Staff Police House Representatives Joint Chiefs and the of
    """
)
"""What may stand behind `Secretary of` as part of the title."""

PARTICLES = _words(
    """
    de da do dos das del della di du des la le el los las van von der den ten ter zu bin bint ibn
    ben abu al y e af av st
    """
)
"""Small words inside the names of people and places."""

SURE_PARTICLES = _words("van von bin bint ibn der zu af")
"""Those that only people's names have."""

SUFFIXES = _words("Jr Sr II III IV")
SHIPS = _words("USS HMS HMAS MV SS RMS USNS")
STORMS = _words("Hurricane Typhoon Cyclone Storm")
"""First words of the names of storms: no places, though towns are `in Hurricane Ada`."""

CALLINGS = _words(
    """
    actor actress adviser advisor activist agent ambassador analyst astronaut attendee attorney
    author author's aide aunt biologist boss brother captain candidate chairman chairwoman chef
    chemist chief coach co-founder cofounder colleague columnist comedian commander commentator
    commissioner composer conductor correspondent councillor cousin creator critic daughter defender
    deputy designer director doctor driver economist editor engineer expert father filmmaker forward
    founder friend goalkeeper governor guitarist head historian husband inspector inventor
    investigator investor journalist judge lawmaker lawyer leader lecturer manager mayor member
    midfielder minister mother musician named nephew niece novelist officer organiser organizer
    owner painter partner pastor photographer physicist pilot player poet politician premier
    president priest principal producer professor prosecutor psychologist rapper reporter researcher
    resident rival runner-up scholar scientist secretary senator sheriff singer sister skipper
    soldier solicitor son specialist spokesman spokesperson spokeswoman star striker student
    superintendent supervisor surgeon teacher uncle veteran victim volunteer widow widower wife
    winner witness writer
    """
)
"""Callings and kinships, which stand before a person's name without a capital."""

SPEECH = (
    "said says told tells added adds tweeted tweets wrote writes asked asks replied replies "
    "announced announces stated states explained explains argued argues claimed claims "
    "declared declares insisted insists noted notes warned warns believes believed thinks "
    "commented comments continued continues denied denies testified recalled remarked "
    "responded responds resigned died apologised apologized"
)
"""Verbs whose doer, if it is no organisation, is a person."""
