"""English: verbs of saying, and who speaks: texts, bodies, experts, nobody in particular."""

from __future__ import annotations

SAYING = (
    "say tell state claim argue warn announce declare insist stress emphasise emphasize note add"
    " write explain suggest confirm deny admit acknowledge report predict forecast promise pledge"
    " vow threaten urge complain object protest reply respond answer recall remark observe comment"
    " concede allege accuse maintain contend believe think hold reveal disclose testify"
    " conclude estimate caution condemn criticise criticize praise demand recommend reckon"
    " mention portray retort assert affirm describe call quote reject refuse boast hint imply swear"
)
TEXTS = (
    "source sources article articles file files report reports text paper handbook note notes"
    " caption headline sentence statement account version byline handle quotation page table row"
    " words word"
)
DOCUMENTS = (
    "survey yearbook census register registry data figures statistics study audit log logs minutes"
    " contract record records ledger almanac map law treaty clause bulletin catalogue catalog"
    " inventory directory timetable database dataset encyclopaedia encyclopedia gazetteer deed"
    " inscription plaque programme guidebook annals bill invoice chronicle chronicles"
    " charter decree dictionary website brochure leaflet logbook prospectus list index"
)
COUNTING = (
    "board bureau institute institution commission office agency ministry department authority"
    " authorities council museum archive archives library observatory university academy society"
    " service services organisation organization registrar archivist librarian curator historian"
    " scientist researcher scholar engineer surveyor statistician auditor keeper warden monk nun"
    " organiser organizer botanist economist linguist physicist chemist abbot abbess prior vicar"
    " rector sexton harbourmaster headmaster headmistress guide chronicler annalist editor"
    " conservator restorer brigade coastguard bank association federation chamber director doctor"
    " physician surgeon nurse vet gamekeeper ranger forester teacher treasurer secretary clerk"
    " accountant bookkeeper railway gallery theatre opera orchestra zoo diocese parish"
    " municipality hospital school college court parliament police mathematician almanack"
    " antiquarian innkeeper verger beekeeper lockkeeper stationmaster postmaster"
)
EXPERT = ("ologist", "ographer", "onomer", "ologists", "ographers", "onomers")
BLAMING = (
    "kill murder shoot steal rob bribe attack bomb destroy burn beat torture rape lie cheat smuggle"
    " poison forge fake loot plunder abuse assault kidnap abduct embezzle launder massacre execute"
    " wound injure hurt violate breach blame accuse guilty illegal fraud corrupt betray defraud"
    " swindle sabotage rig seize"
)
REPORTERS = (
    f"{TEXTS} author authors unsigned one ones another other others both all some"
    " many none each writer"
    " first second third fourth fifth last who which that it he she they this these those nobody"
    " somebody anybody everyone someone unnamed named anonymous analyst analysts person people man"
    " woman speaker same"
    " latter former it's there study survey"
)
NEUTRAL = "according say tell report state note add write explain estimate count record find list"
