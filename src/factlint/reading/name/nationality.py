"""Countries and the adjectives that titles use for them; further names are the registry's."""

from __future__ import annotations

from types import MappingProxyType

_TABLE = """
afghanistan afghan; albania albanian; algeria algerian; angola angolan; argentina argentine argentinian
armenia armenian; australia australian; austria austrian; azerbaijan azerbaijani azeri azerbaijanian azarbaycan
bahrain bahraini
bangladesh bangladeshi; belarus belarusian belarussian; belgium belgian; bolivia bolivian; bosnia bosnian
bosnia_and_herzegovina; botswana; brazil brazilian; bulgaria bulgarian; cambodia cambodian; cameroon cameroonian
canada canadian; chad chadian; chile chilean; china chinese prc; colombia colombian; congo congolese; croatia croatian
cuba cuban; cyprus cypriot; czechia czech czech_republic; denmark danish; ecuador ecuadorian; egypt egyptian
eritrea eritrean; estonia estonian; ethiopia ethiopian; finland finnish; france french; georgia georgian; germany german
ghana ghanaian; greece greek; guatemala guatemalan; hungary hungarian; iceland icelandic; india indian
indonesia indonesian; iran iranian; iraq iraqi; ireland irish; israel israeli; italy italian; jamaica jamaican
japan japanese; jordan jordanian; kazakhstan kazakh kazakhstani; kenya kenyan; kosovo kosovar kosovan; kuwait kuwaiti
kyrgyzstan kyrgyz kyrgyzstani; laos laotian lao; latvia latvian; lebanon lebanese; libya libyan; lithuania lithuanian
luxembourg; malaysia malaysian; maldives maldivian; mali malian; malta maltese; mexico mexican; moldova moldovan
mongolia mongolian; montenegro montenegrin; morocco moroccan; mozambique mozambican; myanmar burmese burma; nepal nepali
netherlands dutch; new_zealand; nigeria nigerian; north_korea north_korean dprk; north_macedonia north_macedonian
norway norwegian; oman omani; pakistan pakistani; palestine palestinian; panama panamanian; paraguay paraguayan
peru peruvian; philippines philippine filipino; poland polish; portugal portuguese; qatar qatari; romania romanian
russia russian russian_federation; rwanda rwandan; saudi_arabia saudi saudi_arabian; senegal senegalese; serbia serbian
singapore singaporean; slovakia slovak; slovenia slovenian; somalia somali; south_africa south_african
south_korea south_korean; spain spanish; sri_lanka sri_lankan; sudan sudanese; sweden swedish; switzerland swiss
syria syrian; taiwan taiwanese; tajikistan tajik tajikistani; tanzania tanzanian; thailand thai; tunisia tunisian
turkey turkish turkiye; turkmenistan turkmen; uganda ugandan; ukraine ukrainian; united_arab_emirates uae emirati
united_kingdom uk british britain great_britain; united_states us usa american america united_states_of_america
uruguay uruguayan; uzbekistan uzbek uzbekistani; vatican holy_see; venezuela venezuelan; vietnam vietnamese
yemen yemeni; zambia zambian; zimbabwe zimbabwean; northern_cyprus turkish_cypriot
"""


def _by_name() -> dict[str, str]:
    rows = ([name.replace("_", " ") for name in row.split()] for row in _TABLE.replace("\n", ";").split(";"))
    return {name: row[0] for row in rows for name in row}


# Folded name or adjective → folded country.
NATIONALITIES = MappingProxyType(_by_name())
COUNTRIES = frozenset(NATIONALITIES.values())
