"""English nouns for what is counted: their kinds, and those of one kind that exclude each other."""

PEOPLE = (
    "person/people/human man/men woman/women child/children/kid/baby/babies boy girl son daughter",
    "brother sister mother father wife/wives husband king queen staff personnel crew",
    "crewman/crewmen soldier troop serviceman/servicemen recruit conscript reservist paratrooper",
    "marine gunner rebel militant gunman/gunmen officer sailor seaman/seamen pilot airman/airmen",
    "driver engineer worker employee labourer/laborer miner farmer fisherman/fishermen nurse",
    "doctor patient teacher pupil student scholar passenger commuter visitor tourist guest",
    "spectator fan supporter civilian resident inhabitant citizen villager voter delegate",
    "deputy/deputies senator lawmaker minister judge lawyer player athlete runner swimmer singer",
    "actor priest monk saint prisoner inmate hostage refugee migrant protester demonstrator",
    "policeman/policemen scientist journalist reporter official expert analyst leader envoy",
    "diplomat fighter firefighter diver keeper mason customer buyer casualty/casualties victim",
    "survivor",
)
AIRCRAFT = (
    "aircraft plane/aeroplane/airplane warplane jet airliner bomber fighter helicopter/chopper",
    "glider drone balloon airship",
)
SHIPS = (
    "ship warship vessel boat gunboat lifeboat frigate corvette destroyer cruiser submarine/sub",
    "ferry/ferries tug/tugboat tanker trawler freighter yacht barge dinghy/dinghies minesweeper",
    "icebreaker",
)
VEHICLES = (
    "vehicle car bus/buses lorry/lorries/truck van tank ambulance tractor train locomotive tram",
    "motorcycle/motorbike bicycle/bike trailer",
)
WEAPONS = (
    "weapon missile rocket shell bomb rifle pistol gun howitzer mortar cannon launcher torpedo",
    "torpedoes grenade mine cartridge round tank drone warhead battery/batteries",
)
DEVICES = (
    "engine motor turbine pump radar computer container camera phone machine generator gearbox",
    "gearboxes battery/batteries satellite antenna crane anchor valve sensor lamp bell launcher",
)
ANIMALS = (
    "animal cow/cattle ox/oxen pig sheep goat horse dog cat bird duck hen chicken fish deer wolf",
    "wolves bear bee",
)
PLACES = (
    "place town/city/cities village country/countries/nation/state province district region",
    "municipality/municipalities county/counties island port harbour/harbor airport airfield base",
)
BUILDINGS = (
    "building house/home flat/apartment school hospital church/churches mosque bridge tower hotel",
    "shop/store factory/factories/plant mine warehouse barracks castle museum theatre/theater",
    "bank branch/branches port airport base",
)
BODIES = (
    "company/companies/firm bank club party/parties union team school hospital country/countries",
    "nation state regiment battalion brigade squadron platoon army/armies government",
    "agency/agencies family/families household museum university/universities shop/store",
    "branch/branches",
)
ACCOUNTS = ("account loan mortgage deposit policy/policies bond",)
DOCUMENTS = (
    "document letter law/act bill report map book contract/agreement/deal treaty/treaties permit",
    "licence/license passport visa resolution",
)
EVENTS = (
    "match/matches/game goal win/victory/victories defeat draw strike concert meeting visit raid",
    "attack battle round accident earthquake/quake storm flood fire election party/parties flight",
)
TIMES = ("second minute hour day week fortnight month quarter season year decade century",)
KINDS = tuple(
    tuple(" ".join(lines).split())
    for lines in (
        *(PEOPLE, AIRCRAFT, SHIPS, VEHICLES, WEAPONS, DEVICES, ANIMALS, PLACES, BUILDINGS, BODIES),
        *(ACCOUNTS, DOCUMENTS, EVENTS, TIMES),
    )
)
GENERAL_LINES = (
    "thing item object article unit piece specimen example copy case instance sample number kind",
    "member colleague associate participant partner individual applicant candidate other employee",
    "system product good device tool machine facility asset installation structure site location",
    "spot work event incident project structure element part time occasion entry creature plant",
    "victim visitor guest group organisation organization institution business craft body model",
    "point seat position job post vacancy order tree bird insect flower fruit vegetable shrub crop",
    "fish snake mammal instrument tool drug medicine metal stone gem drink dish meal garment toy",
    "publication film song picture artwork work vessel fabric utensil container goods good ware",
    "criminal offender offence crime specialist professional craftsman craftsmen clergy native",
)
GENERAL = tuple(" ".join(GENERAL_LINES).split())
SYNONYMS = (
    "home house dwelling residence household homestead",
    "film movie picture",
    "painting canvas picture artwork",
    "barrel cask drum keg",
    "box crate case chest carton package parcel packet",
    "sack bag",
    "book volume title",
    "carpet rug",
    "grave tomb burial",
    "lift elevator",
    "road street highway motorway route lane",
    "lamp light lantern bulb",
    "poster placard banner",
    "well borehole",
    "room chamber",
    "flat apartment",
    "song tune track number",
    "plate dish",
    "chair seat stool",
    "field meadow pasture",
    "farm holding",
    "worker labourer staffer hand employee",
    "rebel insurgent guerrilla militant fighter",
    "migrant refugee immigrant",
    "cigarette smoke",
    "line cable wire",
    "rock stone boulder",
    "hill mount mountain peak",
    "wound injury/injuries",
    "death killing fatality/fatalities",
    "blast explosion",
    "shop store outlet boutique",
    "pub inn tavern bar",
    "speech address",
    "prize award medal",
    "rule regulation",
    "talk discussion negotiation",
    "quarrel dispute row",
    "sheet page leaf/leaves",
    "garment robe gown dress/dresses",
    "hide pelt skin",
    "voter elector",
    "monk friar",
    "kid child youngster",
    "vote ballot",
    "complaint grievance",
    "text message",
    "photo photograph picture image",
)
EXCLUSIVE = (
    "man/men/boy woman/women/girl",
    "boy girl",
    "son daughter",
    "brother sister",
    "king queen",
    "passenger crew/crewman/crewmen/sailor/seaman/seamen",
    "soldier/serviceman/servicemen/troop/marine civilian",
    "pupil/student teacher",
    "patient doctor/nurse",
    "doctor nurse",
    "pilot sailor miner farmer nurse teacher fisherman/fishermen driver lawyer/judge priest/monk"
    " journalist/reporter firefighter",
    "firefighter policeman/policemen/officer/soldier",
    "plane/warplane/jet/airliner/bomber helicopter balloon glider",
    "frigate corvette destroyer cruiser submarine ferry/ferries tug tanker trawler barge",
    "car bus/buses lorry/lorries/truck tank train tram bicycle motorcycle",
    "missile/rocket shell bomb rifle pistol howitzer mortar torpedo/torpedoes grenade",
    "engine turbine radar computer container camera phone crane anchor pump lamp bell satellite"
    " antenna",
    "cow/cattle pig sheep goat horse dog cat bird/duck/hen/chicken fish deer wolf/wolves bear bee",
    "duck hen/chicken",
    "town/city/cities village country/countries province island",
    "house/home school hospital church/churches mosque bridge hotel factory/factories castle"
    " bank shop/store airport museum theatre/theater mine",
    "regiment battalion brigade",
    "letter law report map book contract/treaty/treaties permit passport",
    "goal match/matches win defeat draw",
    *TIMES,
    "concert strike raid/attack storm flood fire election earthquake/quake flight",
)
