"""The words that tell what a name of several words is of. Tables only.

They are English. A word is in them as it is written with a capital, without points.
"""


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


ORGANISATION_HEADS = _words(
    """
    Academy Administration Agencies Agency Airlines Airways Alliance Amnesty Army Assembly
    Association Associates Associations Authority Bank Bar Battalion Board Brigade Brigades
    Broadcasting Brotherhood Brothers Bureau Cabinet Campaign Caucus Center Centre Chamber Chiefs
    Church Club Coalition College Command Commission Committee Committees Commons Commonwealth
    Communications Community Companies Company Conference Confederation Congress Consortium
    Constabulary Consulate Cooperative Co Corp Corporation Corps Council Court Courts Department
    Departments Directorate Division Embassy Enterprises Entertainment Executive FC Faculty
    Federation Fellowship Fleet Force Forces Foundation Front Fund Games Group Guard Guards
    Headquarters Holdings Hospital House Inc Incorporated Industries Initiative Inspectorate
    Institute Institution Institutes Jazeera Journal Laboratory Laboratories League Legislature LLC
    LLP Limited Lords Ltd Magazine Marines Militia Ministry Mission Monarchy Motors Movement Museum
    NGO Navy Network Networks News Nations Office Orchestra Order Organisation Organization PLC
    Parliament Partners Partnership Party Patrol Pharmaceuticals Police Post Press Publishing
    Records Regiment Resistance School Schools Secretariat Senate Service Services Society Squad
    Staff Studios Subcommittee Survey Syndicate System Systems Taskforce Team Technologies Theatre
    Times Tribunal Tribune Troops Trust Union United Unit University Veterans Watch Works Workers
    Herald Globe Guardian Telegraph Gazette Chronicle Courier Observer Examiner Inquirer Daily Air
    Observatory Registry Treasury Teamsters
    """
)
"""Last words that make an organisation of the words before them."""

ORGANISATION_STARTS = _words(
    """
    Academy Agency Alliance Army Assembly Association Bank Board Bureau Campaign Center Centre
    Chamber Church Citizens Coalition College Commission Committee Conference Confederation Congress
    Council Court Department Departments Directorate Division Doctors Faculty Federation Foundation
    Friends Front Fund Group House Institute Institutes Institution Joint Journal League Mothers
    Ministry Movement Museum National Network Office Organisation Organization Parents Parliament
    Party Reporters School Secretariat Senate Society Students Subcommittee Team Union University
    Women Workers Supreme
    """
)
"""Words before `of`, `for` and the like that an organisation begins with."""

LAND_HEADS = _words(
    """
    Archipelago Bay Basin Beach Canal Canyon Coast Creek Desert Falls Forest Glacier Gulf Harbor
    Harbour Heights Hill Hills Island Islands Isle Isles Lake Lakes Mountain Mountains Ocean
    Peninsula Range Reservoir River Rivers Sea Shore Strait Straits Valley Volcano
    """
)
"""Last words of names of land and water, where nobody sits who could speak."""

PLACE_HEADS = LAND_HEADS | _words(
    """
    Airport Avenue Boulevard Bridge Building Castle City County Dam District Dome Field Fields
    Garden Gardens Highway Junction Lane Mall Memorial Palace Park Plaza Point Port Prison Province
    Quarter Quay Refuge Region Republic Road Square Stadium Station Street Strip Terminal Territory
    Tower Town Township Trail Tunnel Village Wharf Zone
    """
)
"""Last words that make a place of the words before them."""

PLACE_STARTS = _words(
    """
    Battle Bay Borough Cape City Coast County District Fort Ft Gulf Isle Isles Islands Kingdom Lake
    Mount Mt Mouth Port Province Republic Rock Sea State States Strait Straits Tower Town Village
    """
)
"""Words before `of` that a place begins with; some stand before its name without one."""

NO_NAMES = _words(
    """
    Act Acts Agreement Amendment Award Awards Bill Bills Code Constitution Convention Day Deal
    Declaration Era Game Law Laws Medal Month Night Oscar Pact Plan Prize Program Programme Project
    Protocol Resolution Rule Rules Section Standard Treaty War Week World Weekend Cup Championship
    Championships Olympics Olympic Title Article Chapter Season Series Summit Festival Revolution
    Accord Accords Order Report Credit Tax Grant Grants Fellowship Protection Reform Initiative
    Crisis Affair Scandal Massacre Year Years Releases Release Trial Trials Case
    Statement Statements Remarks
    """
)
"""Last words of names of things: laws, prizes, days. They are no person."""

HEADS = ORGANISATION_HEADS | PLACE_HEADS
