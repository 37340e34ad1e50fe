"""English: the verbs of saying, and the words for who says something and where."""

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
    " contract record records ledger almanac map law treaty clause"
)
RECORDERS = (
    "engineer engineers surveyor surveyors auditor auditors inspector inspectors geologist"
    " geologists historian historians statistician statisticians archivist archivists clerk clerks"
)
REPORTERS = (
    f"{TEXTS} author authors unsigned one ones another other others both all some"
    " many none each writer"
    " first second third fourth fifth last who which that it he she they this these those nobody"
    " somebody anybody everyone someone unnamed named anonymous analyst analysts person people man"
    " woman speaker same"
    " latter former it's there study survey"
)
