# language: nl
Functionaliteit: Het model voor een sociale coöperatie
  Elke overeenkomst staat op dit model. Hier staat wat het bij elke keuze doet, ook bij een keuze die nog geen gemeente maakte.
  De overeenkomst van Zaanstad is alleen het voertuig: elk punt wordt hier opnieuw gesteld. Alle personen zijn verzonnen.

  Achtergrond:
    Gegeven de overeenkomst "zaanstad/saens-tois"
    Stel deze afspraken gelden
      | afspraak                     | waarde                      |
      | wie_mag_deelnemen            | iedereen                    |
      | doelgroep_vereist            | nee                         |
      | geschiktheidstoets           | nee                         |
      | ondernemingsplan_nodig       | nee                         |
      | individuele_deelname         | nee                         |
      | urengrens                    | 1224                        |
      | handelt_onder_kvk_cooperatie | ja                          |
      | toestemming_vooraf           | nee                         |
      | geen_ander_traject           | ja                          |
      | duur_deelname                | niet van toepassing         |
      | uitstroom_vereist            | nee                         |
      | proefperiode                 | niet van toepassing         |
      | proefverlenging              | niet van toepassing         |
      | verordening                  | re-integratieverordening    |
      | ledenmaximum                 | niet van toepassing         |
      | proefleden_tellen_mee        | niet van toepassing         |
      | doorverwijzen_bij_vol        | nee                         |
      | eenparige_toelating          | nee                         |
      | aansprakelijkheid            | uitgesloten                 |
      | verrekenwijze                | spaarpot                    |
      | inkomsten_tijdens_proef      | niet van toepassing         |
      | kosten_aftrek                | opdrachtkosten_af           |
      | investering_maximum          | niet van toepassing         |
      | verlies                      | vervalt                     |
      | toerekening                  | verdienmaand                |
      | bijdragegrondslag            | van_netto_omzet             |
      | bijdrage_vanaf               | niet van toepassing         |
      | bijdragepercentage           | 10%                         |
      | reserveringspercentage       | niet van toepassing         |
      | wijziging_voorbehouden       | ja                          |
      | bestedingsdoelen             | onderneming_en_ontwikkeling |
      | besteding_samen_besluiten    | nee                         |
      | opname_prive                 | is_inkomen                  |
      | saldo_bij_uitstroom          | blijft_bij_cooperatie       |
      | startmiddelen                | geen_startmiddelen          |
      | drempel_gemeente             | niet van toepassing         |
      | afdrachtpercentage_gemeente  | niet van toepassing         |
      | vrijlating_telt_voor_recht   | nee                         |
      | leeftijd_toets               | laatste_dag                 |
      | gedoog_2026                  | nee                         |

  Regel: Wie mee kan doen: de kring, de doelgroep en het oordeel over de inschakeling

    Achtergrond:
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde     |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | 600        |

    Abstract Scenario: Voor wie de afspraken openstaan
      Stel de afspraak "wie_mag_deelnemen" is "<kring>"
      En de afspraak "proefperiode" is "<proef>"
      En de afspraak "inkomsten_tijdens_proef" is "<in de proef>"
      En de afspraak "bijdrage_vanaf" is "<vanaf>"
      En de gegevens
        | gegeven          | waarde      |
        | uitkering        | <uitkering> |
        | afspraak_met_uwv | <uwv>       |
        | startdatum_proef | <start>     |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is "verwijzing" gelijk aan "<verwijzing>"
      En is "aangewezen_voorziening" gelijk aan "<aangewezen>"
      En is "ander_traject_vervalt" gelijk aan "<geen ander>"

      Voorbeelden:
        | kring           | uitkering      | uwv | proef               | in de proef         | vanaf               | start      | uitkomst            | regel                   | verwijzing      | aangewezen          | geen ander          |
        | alleen_bijstand | pw             |     | niet van toepassing | niet van toepassing | niet van toepassing |            | toegewezen          | open_bij_bijstand       | geen_verwijzing | ja                  | ja                  |
        | alleen_bijstand | ioaw           |     | niet van toepassing | niet van toepassing | niet van toepassing |            | toegewezen          | open_bij_bijstand       | geen_verwijzing | niet van toepassing | niet van toepassing |
        | alleen_bijstand | uwv            | ja  | niet van toepassing | niet van toepassing | niet van toepassing |            | afgewezen           | buiten_de_kring         | geen_verwijzing | niet van toepassing | niet van toepassing |
        | alleen_bijstand | uwv            | nee | niet van toepassing | niet van toepassing | niet van toepassing |            | verwijzen           | zonder_afspraak_met_uwv | naar_uwv        | niet van toepassing | niet van toepassing |
        | alleen_bijstand | geen_uitkering |     | niet van toepassing | niet van toepassing | niet van toepassing |            | afgewezen           | buiten_de_kring         | geen_verwijzing | niet van toepassing | niet van toepassing |
        | alleen_bijstand | geen_uitkering |     | 3 maanden           | maandelijks         | vanaf_de_proef      | 2026-11-15 | afgewezen           | buiten_de_kring         | geen_verwijzing | niet van toepassing | niet van toepassing |
        | elke_uitkering  | pw             |     | niet van toepassing | niet van toepassing | niet van toepassing |            | toegewezen          | open_bij_elke_uitkering | geen_verwijzing | ja                  | ja                  |
        | elke_uitkering  | ioaw           |     | niet van toepassing | niet van toepassing | niet van toepassing |            | toegewezen          | open_bij_elke_uitkering | geen_verwijzing | niet van toepassing | niet van toepassing |
        | elke_uitkering  | uwv            | ja  | niet van toepassing | niet van toepassing | niet van toepassing |            | toegewezen          | open_bij_elke_uitkering | naar_uwv        | niet van toepassing | niet van toepassing |
        | elke_uitkering  | uwv            | nee | niet van toepassing | niet van toepassing | niet van toepassing |            | verwijzen           | zonder_afspraak_met_uwv | naar_uwv        | niet van toepassing | niet van toepassing |
        | elke_uitkering  | uwv            | nee | 3 maanden           | maandelijks         | vanaf_de_proef      | 2026-11-15 | verwijzen           | ondersteuning_door_uwv  | naar_uwv        | niet van toepassing | niet van toepassing |
        | elke_uitkering  | uwv            | ja  | 3 maanden           | maandelijks         | vanaf_de_proef      | 2026-11-15 | toegewezen_op_proef | uwv_over_de_uitkering   | naar_uwv        | niet van toepassing | niet van toepassing |
        | elke_uitkering  | geen_uitkering |     | niet van toepassing | niet van toepassing | niet van toepassing |            | afgewezen           | buiten_de_kring         | geen_verwijzing | niet van toepassing | niet van toepassing |
        | iedereen        | geen_uitkering |     | niet van toepassing | niet van toepassing | niet van toepassing |            | toegewezen          | past_bij_inschakeling   | geen_verwijzing | niet van toepassing | niet van toepassing |
        | iedereen        | geen_uitkering |     | niet van toepassing | niet van toepassing | niet van toepassing |            | toegewezen          | open_voor_iedereen      | geen_verwijzing | niet van toepassing | niet van toepassing |
        | iedereen        | pw             |     | 3 maanden           | maandelijks         | vanaf_de_proef      | 2026-11-15 | toegewezen_op_proef | eerst_op_proef          | geen_verwijzing | ja                  | ja                  |

    Abstract Scenario: Een van de vijf doelgroepen is genoeg
      Stel de afspraak "doelgroep_vereist" is "<vereist>"
      En de afspraak "proefperiode" is "<proef>"
      En de afspraak "inkomsten_tijdens_proef" is "<in de proef>"
      En de afspraak "bijdrage_vanaf" is "<vanaf>"
      En de gegevens
        | gegeven                     | waarde      |
        | uitkering                   | <uitkering> |
        | afspraak_met_uwv            | nee         |
        | beperking_of_omstandigheden | <beperking> |
        | langdurig_zonder_traject    | <langdurig> |
        | plan_te_vroeg_voor_bbz      | <plan>      |
        | in_schuldsanering           | <schulden>  |
        | toestemming_bewindvoerder   | ja          |
        | taal_belemmert_werk         | <taal>      |
        | startdatum_proef            | <start>     |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | vereist | uitkering | proef               | in de proef         | vanaf               | start      | beperking | langdurig | plan | schulden | taal | uitkomst   | regel                   |
        | ja      | pw        | niet van toepassing | niet van toepassing | niet van toepassing |            | ja        | nee       | nee  | nee      | nee  | toegewezen | past_bij_inschakeling   |
        | ja      | pw        | niet van toepassing | niet van toepassing | niet van toepassing |            | nee       | ja        | nee  | nee      | nee  | toegewezen | past_bij_inschakeling   |
        | ja      | pw        | niet van toepassing | niet van toepassing | niet van toepassing |            | nee       | nee       | ja   | nee      | nee  | toegewezen | past_bij_inschakeling   |
        | ja      | pw        | niet van toepassing | niet van toepassing | niet van toepassing |            | nee       | nee       | nee  | ja       | nee  | toegewezen | past_bij_inschakeling   |
        | ja      | pw        | niet van toepassing | niet van toepassing | niet van toepassing |            | nee       | nee       | nee  | nee      | ja   | toegewezen | past_bij_inschakeling   |
        | ja      | pw        | niet van toepassing | niet van toepassing | niet van toepassing |            | nee       | nee       | nee  | nee      | nee  | afgewezen  | buiten_de_doelgroep     |
        | ja      | pw        | 3 maanden           | maandelijks         | vanaf_de_proef      | 2026-11-15 | nee       | nee       | nee  | nee      | nee  | afgewezen  | buiten_de_doelgroep     |
        | ja      | uwv       | niet van toepassing | niet van toepassing | niet van toepassing |            | nee       | nee       | nee  | nee      | nee  | verwijzen  | zonder_afspraak_met_uwv |
        | nee     | pw        | niet van toepassing | niet van toepassing | niet van toepassing |            | nee       | nee       | nee  | nee      | nee  | toegewezen | past_bij_inschakeling   |

    Abstract Scenario: De medewerker oordeelt of deelname past en of iemand geschikt is
      Stel de afspraak "geschiktheidstoets" is "<toets>"
      En de afspraak "proefperiode" is "<proef>"
      En de afspraak "inkomsten_tijdens_proef" is "<in de proef>"
      En de afspraak "bijdrage_vanaf" is "<vanaf>"
      En de afspraak "wie_mag_deelnemen" is "<kring>"
      En de gegevens
        | gegeven          | waarde      |
        | uitkering        | <uitkering> |
        | afspraak_met_uwv | nee         |
        | startdatum_proef | <start>     |
      En de oordelen
        | oordeel                   | waarde     | door         | reden                  |
        | toestemming_gemeente      | <past>     | klantmanager | gesprek over de wensen |
        | geschikt_en_levensvatbaar | <geschikt> | klantmanager | toets van het plan     |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is het rechtskarakter "beschikking"

      Voorbeelden:
        | toets | geschikt | past | uitkering | kring    | proef               | in de proef         | vanaf               | start      | uitkomst            | regel                      |
        | nee   |          | ja   | pw        | iedereen | niet van toepassing | niet van toepassing | niet van toepassing |            | toegewezen          | past_bij_inschakeling      |
        | nee   |          | nee  | pw        | iedereen | niet van toepassing | niet van toepassing | niet van toepassing |            | afgewezen           | past_niet_bij_inschakeling |
        | nee   |          | nee  | pw        | iedereen | 3 maanden           | maandelijks         | vanaf_de_proef      | 2026-11-15 | afgewezen           | past_niet_bij_inschakeling |
        | nee   |          | nee  | uwv       | iedereen | niet van toepassing | niet van toepassing | niet van toepassing |            | verwijzen           | zonder_afspraak_met_uwv    |
        | ja    | ja       | ja   | pw        | iedereen | niet van toepassing | niet van toepassing | niet van toepassing |            | toegewezen          | past_bij_inschakeling      |
        | ja    | ja       | ja   | pw        | iedereen | 3 maanden           | maandelijks         | vanaf_de_proef      | 2026-11-15 | toegewezen_op_proef | eerst_op_proef             |
        | ja    | nee      | ja   | pw        | iedereen | niet van toepassing | niet van toepassing | niet van toepassing |            | afgewezen           | niet_geschikt              |
        | ja    | nee      | ja   | pw        | iedereen | 3 maanden           | maandelijks         | vanaf_de_proef      | 2026-11-15 | afgewezen           | niet_geschikt              |
        | ja    | nee      | ja   | uwv       | iedereen | niet van toepassing | niet van toepassing | niet van toepassing |            | verwijzen           | zonder_afspraak_met_uwv    |

    Scenario: Zonder oordeel van de medewerker is er geen toestemming
      Gegeven de gegevens
        | gegeven   | waarde |
        | uitkering | pw     |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "toestemming_gemeente"

    Scenario: De gemeente kan ook andere trajecten blijven aanbieden
      Stel de afspraak "geen_ander_traject" is "nee"
      En de gegevens
        | gegeven   | waarde |
        | uitkering | pw     |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is "aangewezen_voorziening" gelijk aan "ja"
      En is "ander_traject_vervalt" gelijk aan "nee"

    Abstract Scenario: In een coöperatie of alleen
      Stel de afspraak "individuele_deelname" is "<alleen kan>"
      En de gegevens
        | gegeven   | waarde     |
        | uitkering | pw         |
        | deelname  | <deelname> |
      En de oordelen
        | oordeel              | waarde | door         | reden                  |
        | toestemming_gemeente | <past> | klantmanager | gesprek over de wensen |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "vorm_deelname" gelijk aan "<vorm>"

      Voorbeelden:
        | alleen kan | deelname    | past | uitkomst   | vorm                |
        | nee        |             | ja   | toegewezen | in_een_cooperatie   |
        | ja         | cooperatief | ja   | toegewezen | in_een_cooperatie   |
        | ja         | individueel | ja   | toegewezen | zonder_cooperatie   |
        | ja         | individueel | nee  | afgewezen  | niet van toepassing |

    Scenario: Ook op proef is de vorm van deelname bekend
      Stel deze afspraken gelden
        | afspraak                | waarde         |
        | proefperiode            | 3 maanden      |
        | inkomsten_tijdens_proef | maandelijks    |
        | bijdrage_vanaf          | vanaf_de_proef |
      En de gegevens
        | gegeven          | waarde     |
        | uitkering        | pw         |
        | startdatum_proef | 2026-11-15 |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen_op_proef"
      En is "vorm_deelname" gelijk aan "in_een_cooperatie"

    Scenario: Wie niet mee mag doen krijgt geen voorziening aangewezen
      Gegeven de gegevens
        | gegeven   | waarde |
        | uitkering | pw     |
      En de oordelen
        | oordeel              | waarde | door         | reden                |
        | toestemming_gemeente | nee    | klantmanager | een baan ligt gereed |
      Als het besluit "toelating" wordt voorgesteld
      Dan is "aangewezen_voorziening" gelijk aan "nee"
      En is "ander_traject_vervalt" gelijk aan "niet van toepassing"

  Regel: Wat voorgaat: een andere gemeente, stukken die ontbreken, het Bbz en de leeftijd

    Achtergrond:
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20

    Abstract Scenario: Andere gemeente, stukken en het Bbz (W15, W28)
      Stel de afspraak "ondernemingsplan_nodig" is "<plan nodig>"
      En de afspraak "handelt_onder_kvk_cooperatie" is "<kvk coöperatie>"
      En de afspraak "wie_mag_deelnemen" is "<kring>"
      En de gegevens
        | gegeven                   | waarde         |
        | uitkering                 | geen_uitkering |
        | woont_in_gemeente         | <woont>        |
        | geboortedatum             | 1984-03-02     |
        | ondernemingsplan_aanwezig | <plan>         |
        | in_schuldsanering         | <schulden>     |
        | toestemming_bewindvoerder | <bewind>       |
        | verwachte_uren            | <uren>         |
        | geheel_zelfstandig        | <zelfstandig>  |
      En de oordelen
        | oordeel              | waarde | door         | reden                  |
        | toestemming_gemeente | <past> | klantmanager | gesprek over de wensen |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is "verwijzing" gelijk aan "<verwijzing>"
      En is het rechtskarakter "<rechtskarakter>"

      Voorbeelden:
        | woont | plan nodig | plan | schulden | bewind | kvk coöperatie | zelfstandig | uren | kring           | past | uitkomst   | regel                      | verwijzing           | rechtskarakter |
        | ja    | ja         | ja   | nee      |        | ja             |             | 600  | iedereen        | ja   | toegewezen | past_bij_inschakeling      | geen_verwijzing      | beschikking    |
        | ja    | ja         | nee  | nee      |        | ja             |             | 600  | iedereen        | ja   | aanvullen  | stukken_ontbreken          | geen_verwijzing      | mededeling     |
        | ja    | nee        |      | ja       | ja     | ja             |             | 600  | iedereen        | ja   | toegewezen | past_bij_inschakeling      | geen_verwijzing      | beschikking    |
        | ja    | nee        |      | ja       | nee    | ja             |             | 600  | iedereen        | ja   | aanvullen  | stukken_ontbreken          | geen_verwijzing      | mededeling     |
        | ja    | ja         | ja   | ja       | nee    | ja             |             | 600  | iedereen        | ja   | aanvullen  | stukken_ontbreken          | geen_verwijzing      | mededeling     |
        | ja    | ja         | nee  | ja       | ja     | ja             |             | 600  | iedereen        | nee  | aanvullen  | stukken_ontbreken          | geen_verwijzing      | mededeling     |
        | ja    | ja         | nee  | nee      |        | ja             |             | 1225 | iedereen        | ja   | aanvullen  | stukken_ontbreken          | geen_verwijzing      | mededeling     |
        | ja    | nee        |      | nee      |        | ja             |             | 1224 | iedereen        | ja   | toegewezen | past_bij_inschakeling      | geen_verwijzing      | beschikking    |
        | ja    | nee        |      | nee      |        | ja             |             | 1225 | iedereen        | ja   | verwijzen  | zelfstandige_naar_bbz      | naar_bbz             | beschikking    |
        | ja    | nee        |      | nee      |        | ja             |             | 1225 | iedereen        | nee  | verwijzen  | zelfstandige               | naar_bbz             | beschikking    |
        | ja    | nee        |      | nee      |        | ja             |             | 1225 | alleen_bijstand | ja   | verwijzen  | zelfstandige               | naar_bbz             | beschikking    |
        | ja    | nee        |      | nee      |        | nee            | nee         | 600  | iedereen        | ja   | toegewezen | past_bij_inschakeling      | geen_verwijzing      | beschikking    |
        | ja    | nee        |      | nee      |        | nee            | ja          | 600  | iedereen        | ja   | verwijzen  | zelfstandige               | naar_bbz             | beschikking    |
        | ja    | nee        |      | nee      |        | nee            | nee         | 1225 | iedereen        | ja   | verwijzen  | zelfstandige               | naar_bbz             | beschikking    |
        | nee   | nee        |      | nee      |        | ja             |             | 600  | iedereen        | ja   | doorzenden | andere_gemeente            | naar_andere_gemeente | mededeling     |
        | nee   | nee        |      | nee      |        | ja             |             | 600  | iedereen        | nee  | doorzenden | naar_woongemeente          | naar_andere_gemeente | mededeling     |
        | nee   | ja         | nee  | nee      |        | ja             |             | 600  | iedereen        | ja   | doorzenden | andere_gemeente            | naar_andere_gemeente | mededeling     |
        | nee   | nee        |      | nee      |        | ja             |             | 1225 | iedereen        | ja   | doorzenden | andere_gemeente            | naar_andere_gemeente | mededeling     |
        | ja    | nee        |      | nee      |        | ja             |             | 600  | iedereen        | nee  | afgewezen  | past_niet_bij_inschakeling | geen_verwijzing      | beschikking    |

    Scenario: Zolang er stukken ontbreken wordt niemand naar UWV verwezen
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | uitkering                 | uwv        |
        | afspraak_met_uwv          | nee        |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | in_schuldsanering         | ja         |
        | toestemming_bewindvoerder | nee        |
        | verwachte_uren            | 600        |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "aanvullen"
      En is "verwijzing" gelijk aan "geen_verwijzing"

    Scenario: Een gemeente kan een lagere urengrens afspreken
      Stel de afspraak "urengrens" is "1000"
      En de gegevens
        | gegeven           | waarde |
        | uitkering         | pw     |
        | woont_in_gemeente | ja     |
        | in_schuldsanering | nee    |
        | verwachte_uren    | 1001   |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "verwijzen"
      En is "verwijzing" gelijk aan "naar_bbz"
      En rust dat op de aanname over "hoort_bij_bbz"

    Scenario: Een urengrens boven het Bbz kan niet (L15)
      Stel de afspraak "urengrens" is "1225"
      Dan wordt het besluit "toelating" geweigerd met de melding "buiten-grens"

    Scenario: Wie een uitkering van UWV heeft en te veel uren wil werken gaat naar het Bbz
      Gegeven de gegevens
        | gegeven           | waarde |
        | uitkering         | uwv    |
        | afspraak_met_uwv  | nee    |
        | woont_in_gemeente | ja     |
        | in_schuldsanering | nee    |
        | verwachte_uren    | 1225   |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "verwijzen"
      En is "verwijzing" gelijk aan "naar_bbz"
      En beslist de regel "zelfstandige"

  Regel: Participatiewet artikelen 7 en 7a: onder 27 jaar gaat onderwijs voor

    Achtergrond:
      Gegeven de gegevens
        | gegeven           | waarde |
        | woont_in_gemeente | ja     |
        | in_schuldsanering | nee    |
        | verwachte_uren    | 600    |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |

    Abstract Scenario: De verjaardag, het oordeel over onderwijs en de wet voor en na 1 januari 2026
      Gegeven de peildatum is <besluitdatum>
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                     | waarde          |
        | uitkering                   | pw              |
        | geboortedatum               | <geboren>       |
        | school_vraagt_ondersteuning | <school vraagt> |
        | volgt_hoger_onderwijs       | <studeert>      |
      En de oordelen
        | oordeel            | waarde      | door         | reden                          |
        | onderwijs_onder_27 | <onderwijs> | klantmanager | gesprek over school en diploma |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is "ondersteuning_jongere" gelijk aan "<jongere>"
      En ontbreekt er niets

      Voorbeelden:
        | besluitdatum | geboren    | onderwijs               | school vraagt | studeert | uitkomst   | regel                          | jongere                |
        | 2026-10-20   | 1999-10-19 |                         |               |          | toegewezen | past_bij_inschakeling          | niet van toepassing    |
        | 2026-10-20   | 1999-10-20 |                         |               |          | toegewezen | past_bij_inschakeling          | niet van toepassing    |
        | 2026-10-20   | 1999-10-21 | onderwijs_niet_mogelijk |               |          | toegewezen | geen_onderwijs                 | kan_worden_ondersteund |
        | 2026-10-20   | 1999-10-21 | onderwijs_past_niet     |               |          | toegewezen | onderwijs_past_niet_vanaf_2026 | kan_worden_ondersteund |
        | 2026-10-20   | 1999-10-21 | onderwijs_past          | nee           | nee      | afgewezen  | te_jong_voor_ondersteuning     | onderwijs_gaat_voor    |
        | 2026-10-20   | 1999-10-21 | onderwijs_past          | nee           | nee      | afgewezen  | eerst_naar_school              | onderwijs_gaat_voor    |
        | 2026-10-20   | 1999-10-21 | onderwijs_past          | ja            | nee      | toegewezen | naast_school_of_studie         | kan_worden_ondersteund |
        | 2026-10-20   | 1999-10-21 | onderwijs_past          | nee           | ja       | toegewezen | naast_school_of_studie         | kan_worden_ondersteund |
        | 2026-01-01   | 2004-05-05 | onderwijs_past_niet     |               |          | toegewezen | onderwijs_past_niet_vanaf_2026 | kan_worden_ondersteund |
        | 2025-12-31   | 2004-05-05 | onderwijs_past_niet     |               |          | afgewezen  | onderwijs_mogelijk_voor_2026   | onderwijs_gaat_voor    |
        | 2025-12-31   | 2004-05-05 | onderwijs_niet_mogelijk |               |          | toegewezen | geen_onderwijs                 | kan_worden_ondersteund |
        | 2025-12-31   | 2004-05-05 | onderwijs_past          | ja            | ja       | afgewezen  | eerst_naar_school              | onderwijs_gaat_voor    |
        | 2026-01-01   | 2004-05-05 | onderwijs_past          | ja            | nee      | toegewezen | naast_school_of_studie         | kan_worden_ondersteund |

    Abstract Scenario: Wie bijstand heeft aangevraagd zoekt eerst vier weken zelf
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                     | waarde        |
        | uitkering                   | <uitkering>   |
        | geboortedatum               | <geboren>     |
        | valt_onder_zoektermijn      | <zoektermijn> |
        | gemeld_voor_bijstand_op     | 2026-10-01    |
        | school_vraagt_ondersteuning | ja            |
        | volgt_hoger_onderwijs       | nee           |
      En de oordelen
        | oordeel                            | waarde      | door         | reden                          |
        | onderwijs_onder_27                 | <onderwijs> | klantmanager | gesprek over school en diploma |
        | ondersteuning_in_zoektermijn_nodig | <nodig>     | klantmanager | gesprek over de situatie       |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "ondersteuning_jongere" gelijk aan "<jongere>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | besluitdatum | uitkering      | geboren    | zoektermijn | nodig | onderwijs               | uitkomst   | jongere                | regel                          |
        | 2026-10-28   | geen_uitkering | 2004-05-05 | ja          | nee   | onderwijs_past_niet     | afgewezen  | zoektermijn_loopt      | eerst_vier_weken_zoeken        |
        | 2026-10-29   | geen_uitkering | 2004-05-05 | ja          | nee   | onderwijs_past_niet     | afgewezen  | zoektermijn_loopt      | te_jong_voor_ondersteuning     |
        | 2026-10-30   | geen_uitkering | 2004-05-05 | ja          | nee   | onderwijs_past_niet     | toegewezen | kan_worden_ondersteund | onderwijs_past_niet_vanaf_2026 |
        | 2026-10-29   | geen_uitkering | 2004-05-05 | ja          | nee   | onderwijs_niet_mogelijk | afgewezen  | zoektermijn_loopt      | eerst_vier_weken_zoeken        |
        | 2026-10-29   | geen_uitkering | 2004-05-05 | ja          | nee   | onderwijs_past          | toegewezen | kan_worden_ondersteund | naast_school_of_studie         |
        | 2026-10-29   | geen_uitkering | 2004-05-05 | ja          | ja    | onderwijs_past_niet     | toegewezen | kan_worden_ondersteund | onderwijs_past_niet_vanaf_2026 |
        | 2026-10-29   | geen_uitkering | 2004-05-05 | nee         |       | onderwijs_past_niet     | toegewezen | kan_worden_ondersteund | onderwijs_past_niet_vanaf_2026 |
        | 2026-10-29   | pw             | 2004-05-05 |             |       | onderwijs_past_niet     | toegewezen | kan_worden_ondersteund | onderwijs_past_niet_vanaf_2026 |
        | 2026-10-29   | geen_uitkering | 1984-03-02 |             |       |                         | toegewezen | niet van toepassing    | past_bij_inschakeling          |

    Abstract Scenario: Wat voor de leeftijd gaat
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                     | waarde      |
        | uitkering                   | <uitkering> |
        | afspraak_met_uwv            | <uwv>       |
        | geboortedatum               | 2004-05-05  |
        | woont_in_gemeente           | <woont>     |
        | in_schuldsanering           | <schulden>  |
        | toestemming_bewindvoerder   | nee         |
        | verwachte_uren              | <uren>      |
        | school_vraagt_ondersteuning | nee         |
        | volgt_hoger_onderwijs       | nee         |
      En de oordelen
        | oordeel            | waarde         | door         | reden                          |
        | onderwijs_onder_27 | onderwijs_past | klantmanager | gesprek over school en diploma |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | uitkering | uwv | woont | schulden | uren | uitkomst   | regel                      |
        | pw        |     | ja    | nee      | 600  | afgewezen  | te_jong_voor_ondersteuning |
        | uwv       | ja  | ja    | nee      | 600  | afgewezen  | te_jong_voor_ondersteuning |
        | uwv       | nee | ja    | nee      | 600  | verwijzen  | zonder_afspraak_met_uwv    |
        | pw        |     | ja    | nee      | 1225 | verwijzen  | zelfstandige               |
        | pw        |     | ja    | ja       | 600  | aanvullen  | stukken_ontbreken          |
        | pw        |     | nee   | nee      | 600  | doorzenden | andere_gemeente            |

    Scenario: Ook wie niet door de keuze van de gemeente komt is te jong
      Stel de afspraak "wie_mag_deelnemen" is "alleen_bijstand"
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                     | waarde     |
        | uitkering                   | ioaw       |
        | geboortedatum               | 2004-05-05 |
        | school_vraagt_ondersteuning | nee        |
        | volgt_hoger_onderwijs       | nee        |
      En de oordelen
        | oordeel            | waarde         | door         | reden                          |
        | onderwijs_onder_27 | onderwijs_past | klantmanager | gesprek over school en diploma |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "afgewezen"
      En berust dat op "Participatiewet artikel 7a"
      En bevat de brief "Op uw leeftijd gaat onderwijs voor"
      En bevat de brief "U kunt bezwaar maken"

    Scenario: De brief zegt dat iemand na de zoektermijn terug kan komen
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                 | waarde         |
        | uitkering               | geen_uitkering |
        | geboortedatum           | 2004-05-05     |
        | valt_onder_zoektermijn  | ja             |
        | gemeld_voor_bijstand_op | 2026-10-12     |
      En de oordelen
        | oordeel                            | waarde                  | door         | reden                          |
        | onderwijs_onder_27                 | onderwijs_niet_mogelijk | klantmanager | gesprek over school en diploma |
        | ondersteuning_in_zoektermijn_nodig | nee                     | klantmanager | gesprek over de situatie       |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "afgewezen"
      En berust dat op "Participatiewet artikel 7 lid 3 onderdeel b"
      En bevat de brief "Na die zoektermijn kunt u opnieuw een aanvraag doen"

    Abstract Scenario: Na 2026 is de tekst van deze artikelen niet gezien
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                   | waarde     |
        | uitkering                 | pw         |
        | geboortedatum             | 1984-03-02 |
        | woont_in_gemeente         | <woont>    |
        | in_schuldsanering         | <schulden> |
        | toestemming_bewindvoerder | nee        |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is <eis>

      Voorbeelden:
        | besluitdatum | woont | schulden | uitkomst   | eis                                         |
        | 2026-12-31   | ja    | nee      | toegewezen | aan alle eisen voldaan                      |
        | 2027-01-01   | ja    | nee      | toegewezen | niet voldaan aan de eis "toelating_na_2026" |
        | 2027-01-01   | nee   | nee      | doorzenden | aan alle eisen voldaan                      |
        | 2027-01-01   | ja    | ja       | aanvullen  | aan alle eisen voldaan                      |

    Scenario: Van een jongere moet bekend zijn of onderwijs past
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven       | waarde     |
        | uitkering     | pw         |
        | geboortedatum | 2004-05-05 |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "onderwijs_onder_27"

  Regel: Wat de toestemming nog meer zegt: hoe lang, op proef, en middelen om te starten

    Achtergrond:
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | 600        |

    Abstract Scenario: De laatste dag van de toestemming en van de proefperiode
      Stel deze afspraken gelden
        | afspraak                | waarde        |
        | duur_deelname           | <duur>        |
        | proefperiode            | <proef>       |
        | inkomsten_tijdens_proef | <in de proef> |
        | bijdrage_vanaf          | <vanaf>       |
      En de gegevens
        | gegeven             | waarde        |
        | startdatum_deelname | <start>       |
        | startdatum_proef    | <start proef> |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | <past> | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "deelname_tot_en_met" gelijk aan "<deelname tot>"
      En is "proefperiode_tot_en_met" gelijk aan "<proef tot>"
      En ontbreekt er niets

      Voorbeelden:
        | duur                | proef               | in de proef         | vanaf               | start      | start proef | past | uitkomst            | deelname tot        | proef tot           |
        | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing |            |             | ja   | toegewezen          | niet van toepassing | niet van toepassing |
        | 12 maanden          | niet van toepassing | niet van toepassing | niet van toepassing | 2026-11-01 |             | ja   | toegewezen          | 2027-10-31          | niet van toepassing |
        | 12 maanden          | niet van toepassing | niet van toepassing | niet van toepassing | 2026-11-01 |             | nee  | afgewezen           | niet van toepassing | niet van toepassing |
        | 12 maanden          | 3 maanden           | maandelijks         | vanaf_de_proef      | 2026-11-01 | 2026-11-15  | ja   | toegewezen_op_proef | 2027-10-31          | 2027-02-14          |
        | niet van toepassing | 3 maanden           | maandelijks         | vanaf_de_proef      |            | 2026-11-15  | ja   | toegewezen_op_proef | niet van toepassing | 2027-02-14          |
        | niet van toepassing | 3 maanden           | maandelijks         | vanaf_de_proef      |            | 2026-11-15  | nee  | afgewezen           | niet van toepassing | niet van toepassing |

    Abstract Scenario: Met middelen om te starten
      Stel de afspraak "startmiddelen" is "<middelen>"
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is "gevolg_startmiddelen" gelijk aan "<gevolg>"
      En is aan alle eisen voldaan

      Voorbeelden:
        | middelen           | gevolg              |
        | geen_startmiddelen | geen_gevolg         |
        | als_gift           | gift_beoordelen     |
        | als_lening         | lening_terugbetalen |

    Abstract Scenario: De proef begint niet voor de toestemming er is
      Stel deze afspraken gelden
        | afspraak                | waarde         |
        | toestemming_vooraf      | <vooraf>       |
        | proefperiode            | 3 maanden      |
        | inkomsten_tijdens_proef | maandelijks    |
        | bijdrage_vanaf          | vanaf_de_proef |
      En de gegevens
        | gegeven          | waarde  |
        | startdatum_proef | <start> |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen_op_proef"
      En is aan alle eisen voldaan

      Voorbeelden:
        | vooraf | start      |
        | nee    | 2026-10-19 |
        | ja     | 2026-10-20 |
        | ja     | 2026-10-21 |

    Scenario: Een proef die voor de toestemming begint geeft een waarschuwing
      Stel deze afspraken gelden
        | afspraak                | waarde         |
        | toestemming_vooraf      | ja             |
        | proefperiode            | 3 maanden      |
        | inkomsten_tijdens_proef | maandelijks    |
        | bijdrage_vanaf          | vanaf_de_proef |
      En de gegevens
        | gegeven          | waarde     |
        | startdatum_proef | 2026-10-19 |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen_op_proef"
      En is niet voldaan aan de eis "proef_na_toestemming"

    Scenario: Wie wordt afgewezen begint geen proef en krijgt die waarschuwing niet
      Stel deze afspraken gelden
        | afspraak                | waarde         |
        | toestemming_vooraf      | ja             |
        | proefperiode            | 3 maanden      |
        | inkomsten_tijdens_proef | maandelijks    |
        | bijdrage_vanaf          | vanaf_de_proef |
      En de gegevens
        | gegeven          | waarde     |
        | startdatum_proef | 2026-10-19 |
      En de oordelen
        | oordeel              | waarde | door         | reden                |
        | toestemming_gemeente | nee    | klantmanager | een baan ligt gereed |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "afgewezen"
      En is aan alle eisen voldaan

    Scenario: Zonder proefperiode wordt er naar geen begin van de proef gevraagd
      Stel de afspraak "toestemming_vooraf" is "ja"
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is aan alle eisen voldaan
      En ontbreekt er niets

  Regel: De proefperiode: geslaagd is een oordeel en nooit een gevolg van verstreken tijd

    Achtergrond:
      Stel deze afspraken gelden
        | afspraak                | waarde         |
        | proefperiode            | 3 maanden      |
        | inkomsten_tijdens_proef | maandelijks    |
        | bijdrage_vanaf          | vanaf_de_proef |
      Gegeven de gegevens
        | gegeven          | waarde     |
        | stand            | op_proef   |
        | startdatum_proef | 2026-10-15 |

    Abstract Scenario: Rond de laatste dag van de proef, met en zonder verlenging (W11)
      Stel de afspraak "proefverlenging" is "<verlenging>"
      Gegeven de peildatum is <besluitdatum>
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven    | waarde      |
        | uitkering  | <uitkering> |
        | gestopt_op | <gestopt>   |
      En de oordelen
        | oordeel               | waarde     | door         | reden                    |
        | proef_verlengd        | <verlengd> | klantmanager | gesprek met de deelnemer |
        | proefperiode_geslaagd | <geslaagd> | klantmanager | gesprek met de deelnemer |
      Als het besluit "proef" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is "laatste_proefdag" gelijk aan "<laatste dag>"
      En is "einde_na_proef_tot_en_met" gelijk aan "<einde>"
      En is "plichten_herleven_na_proef_vanaf" gelijk aan "<plichten>"
      En is het rechtskarakter "<rechtskarakter>"

      Voorbeelden:
        | besluitdatum | verlenging          | verlengd | gestopt             | geslaagd | uitkering | uitkomst             | regel                     | laatste dag | einde               | plichten            | rechtskarakter |
        | 2027-01-13   | 2 maanden           | nee      | niet van toepassing |          | pw        | loopt_nog            | loopt                     | 2027-01-14  | niet van toepassing | niet van toepassing | mededeling     |
        | 2027-01-14   | 2 maanden           | nee      | niet van toepassing |          | pw        | loopt_nog            | gewone_proef              | 2027-01-14  | niet van toepassing | niet van toepassing | mededeling     |
        | 2027-01-15   | 2 maanden           | nee      | niet van toepassing | ja       | pw        | geslaagd             | goed                      | 2027-01-14  | niet van toepassing | niet van toepassing | beschikking    |
        | 2027-01-15   | 2 maanden           | nee      | niet van toepassing | nee      | pw        | niet_geslaagd        | niet_goed                 | 2027-01-14  | 2027-01-15          | 2027-01-16          | beschikking    |
        | 2027-01-15   | 2 maanden           | nee      | niet van toepassing | nee      | ioaw      | niet_geslaagd        | niet_goed                 | 2027-01-14  | 2027-01-15          | niet van toepassing | beschikking    |
        | 2027-01-15   | 2 maanden           | ja       | niet van toepassing |          | pw        | loopt_nog            | verlengde_proef           | 2027-03-14  | niet van toepassing | niet van toepassing | mededeling     |
        | 2027-03-14   | 2 maanden           | ja       | niet van toepassing |          | pw        | loopt_nog            | verlengde_proef           | 2027-03-14  | niet van toepassing | niet van toepassing | mededeling     |
        | 2027-03-15   | 2 maanden           | ja       | niet van toepassing | ja       | pw        | geslaagd             | goed                      | 2027-03-14  | niet van toepassing | niet van toepassing | beschikking    |
        | 2027-01-15   | niet van toepassing | ja       | niet van toepassing | nee      | pw        | niet_geslaagd        | gewone_proef              | 2027-01-14  | 2027-01-15          | 2027-01-16          | beschikking    |
        | 2026-11-25   | 2 maanden           | nee      | 2026-11-20          |          | pw        | voortijdig_beeindigd | gestopt                   | 2027-01-14  | 2026-11-25          | 2026-11-26          | beschikking    |
        | 2026-11-25   | 2 maanden           | nee      | 2026-11-30          |          | pw        | voortijdig_beeindigd | gestopt                   | 2027-01-14  | 2026-11-30          | 2026-12-01          | beschikking    |
        | 2026-11-25   | 2 maanden           | nee      | 2026-11-20          |          | ioaw      | voortijdig_beeindigd | gestopt                   | 2027-01-14  | 2026-11-25          | niet van toepassing | beschikking    |
        | 2027-01-20   | 2 maanden           | nee      | 2027-01-13          |          | pw        | voortijdig_beeindigd | gestopt                   | 2027-01-14  | 2027-01-20          | 2027-01-21          | beschikking    |
        | 2027-01-20   | 2 maanden           | nee      | 2027-01-14          | ja       | pw        | geslaagd             | goed                      | 2027-01-14  | niet van toepassing | niet van toepassing | beschikking    |
        | 2027-03-20   | 2 maanden           | ja       | 2027-03-13          |          | pw        | voortijdig_beeindigd | gestopt                   | 2027-03-14  | 2027-03-20          | 2027-03-21          | beschikking    |
        | 2027-03-20   | 2 maanden           | ja       | 2027-03-14          | nee      | pw        | niet_geslaagd        | niet_goed                 | 2027-03-14  | 2027-03-20          | 2027-03-21          | beschikking    |
        | 2026-11-25   | 2 maanden           | nee      | 2026-11-20          | ja       | pw        | voortijdig_beeindigd | gestopt_voor_gewone_einde | 2027-01-14  | 2026-11-25          | 2026-11-26          | beschikking    |

    Abstract Scenario: Wie voor het gewone einde stopt hoeft geen oordeel over een verlenging af te wachten
      Stel de afspraak "proefverlenging" is "2 maanden"
      Gegeven de peildatum is 2027-01-20
      En de besluitdatum is 2027-01-20
      En de gegevens
        | gegeven    | waarde    |
        | uitkering  | pw        |
        | gestopt_op | <gestopt> |
      Als het besluit "proef" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is de status "<status>"

      Voorbeelden:
        | gestopt    | uitkomst             | status          |
        | 2027-01-13 | voortijdig_beeindigd | uitkomst_bekend |
        | 2027-01-14 | onbekend             | oordeel_nodig   |

    Scenario: De dag voor het gewone einde is nog voortijdig
      Gegeven de peildatum is 2027-01-20
      En de besluitdatum is 2027-01-20
      En de gegevens
        | gegeven    | waarde     |
        | uitkering  | pw         |
        | gestopt_op | 2027-01-13 |
      Als het besluit "proef" wordt voorgesteld
      Dan is de uitkomst "voortijdig_beeindigd"
      En beslist de regel "gestopt_voor_gewone_einde"

    Scenario: Zonder oordeel slaagt een proef niet vanzelf
      Gegeven de peildatum is 2027-01-15
      En de besluitdatum is 2027-01-15
      En de gegevens
        | gegeven    | waarde              |
        | uitkering  | pw                  |
        | gestopt_op | niet van toepassing |
      Als het besluit "proef" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "proefperiode_geslaagd"

    Scenario: Zonder afgesproken proefperiode is er over een proef niets te beslissen
      Stel deze afspraken gelden
        | afspraak                | waarde              |
        | proefperiode            | niet van toepassing |
        | inkomsten_tijdens_proef | niet van toepassing |
        | bijdrage_vanaf          | niet van toepassing |
      Gegeven de peildatum is 2026-11-25
      En de besluitdatum is 2026-11-25
      En de gegevens
        | gegeven    | waarde     |
        | uitkering  | pw         |
        | gestopt_op | 2026-11-20 |
      Als het besluit "proef" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Verlengen kan zolang de toestemming loopt en de deelname bijdraagt

    Abstract Scenario: De einddatum, het oordeel en uitzicht op uitstroom
      Stel de afspraak "duur_deelname" is "<duur>"
      En de afspraak "uitstroom_vereist" is "<uitstroom vereist>"
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                             | waarde       |
        | stand                               | lid          |
        | toestemming_liep_tot_en_met         | <liep>       |
        | verlenging_deelname_liep_tot_en_met | <verlenging> |
      En de oordelen
        | oordeel               | waarde     | door         | reden                    |
        | draagt_nog_bij        | <bij>      | klantmanager | gesprek met de deelnemer |
        | uitzicht_op_uitstroom | <uitzicht> | klantmanager | gesprek met de deelnemer |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is "verlengd_tot_en_met" gelijk aan "<verlengd tot>"
      En is het rechtskarakter "<rechtskarakter>"
      En ontbreekt er niets

      Voorbeelden:
        | duur                | liep                | verlenging          | uitstroom vereist | bij | uitzicht | uitkomst      | regel                    | verlengd tot        | rechtskarakter |
        | 12 maanden          | 2026-10-31          | niet van toepassing | nee               | ja  |          | verlengd      | draagt_bij               | 2027-10-31          | beschikking    |
        | 12 maanden          | 2026-10-20          | niet van toepassing | nee               | ja  |          | verlengd      | draagt_bij               | 2027-10-20          | beschikking    |
        | 12 maanden          | 2026-10-19          | niet van toepassing | nee               | ja  |          | al_afgelopen  | toestemming_al_afgelopen | niet van toepassing | beschikking    |
        | 12 maanden          | 2025-10-31          | 2026-10-31          | nee               | ja  |          | verlengd      | draagt_bij               | 2027-10-31          | beschikking    |
        | 12 maanden          | 2025-09-30          | 2026-10-19          | nee               | ja  |          | al_afgelopen  | toestemming_al_afgelopen | niet van toepassing | beschikking    |
        | 12 maanden          | 2026-10-31          | 2026-10-19          | nee               | ja  |          | verlengd      | draagt_bij               | 2027-10-31          | beschikking    |
        | 12 maanden          | 2026-10-31          | niet van toepassing | nee               | nee |          | niet_verlengd | draagt_niet_bij          | niet van toepassing | beschikking    |
        | 12 maanden          | 2026-10-31          | niet van toepassing | ja                | ja  | ja       | verlengd      | draagt_bij               | 2027-10-31          | beschikking    |
        | 12 maanden          | 2026-10-31          | niet van toepassing | ja                | ja  | nee      | niet_verlengd | geen_uitzicht            | niet van toepassing | beschikking    |
        | 12 maanden          | 2026-10-31          | niet van toepassing | ja                | nee |          | niet_verlengd | draagt_niet_bij          | niet van toepassing | beschikking    |
        | niet van toepassing | 2026-10-31          | niet van toepassing | nee               | ja  |          | niet_nodig    | geen_einddatum           | niet van toepassing | mededeling     |
        | niet van toepassing | 2026-10-19          | niet van toepassing | nee               | ja  |          | niet_nodig    | geen_einddatum           | niet van toepassing | mededeling     |
        | 12 maanden          | niet van toepassing | niet van toepassing | nee               | ja  |          | niet_nodig    | geen_einddatum           | niet van toepassing | mededeling     |
        | 12 maanden          | niet van toepassing | niet van toepassing | nee               | nee |          | niet_nodig    | geen_einddatum           | niet van toepassing | mededeling     |
        | 12 maanden          | 2026-10-19          | niet van toepassing | nee               | nee |          | al_afgelopen  | toestemming_al_afgelopen | niet van toepassing | beschikking    |

  Regel: Het einde van de voorziening werkt niet terug

    Abstract Scenario: De reden en de dag waarop iemand stopt (W25)
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven         | waarde      |
        | stand           | lid         |
        | uitkering       | <uitkering> |
        | reden_uitstroom | <reden>     |
        | gestopt_op      | <gestopt>   |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is "voorziening_tot_en_met" gelijk aan "<tot en met>"
      En is "plichten_herleven_vanaf" gelijk aan "<plichten>"
      En is het rechtskarakter "beschikking"

      Voorbeelden:
        | reden                | uitkering | gestopt             | uitkomst                           | regel          | tot en met | plichten            |
        | betaald_werk         | pw        | niet van toepassing | voorziening_eindigt                | gewoon_einde   | 2026-10-20 | 2026-10-21          |
        | betaald_werk         | pw        | 2026-10-19          | voorziening_eindigt                | gewoon_einde   | 2026-10-20 | 2026-10-21          |
        | betaald_werk         | pw        | 2026-10-31          | voorziening_eindigt                | gewoon_einde   | 2026-10-31 | 2026-11-01          |
        | volledig_zelfstandig | pw        | 2026-10-31          | voorziening_eindigt                | gewoon_einde   | 2026-10-31 | 2026-11-01          |
        | opleiding            | pw        | 2026-10-31          | voorziening_eindigt                | gewoon_einde   | 2026-10-31 | 2026-11-01          |
        | eigen_wens           | pw        | 2026-10-31          | voorziening_eindigt                | gewoon_einde   | 2026-10-31 | 2026-11-01          |
        | proef_gestopt        | pw        | 2026-10-31          | voorziening_eindigt                | gewoon_einde   | 2026-10-31 | 2026-11-01          |
        | naar_het_bbz         | pw        | 2026-10-31          | voorziening_eindigt_met_verwijzing | verder_met_bbz | 2026-10-31 | 2026-11-01          |
        | verhuizing           | pw        | 2026-10-31          | voorziening_eindigt_met_verwijzing | verhuisd       | 2026-10-31 | 2026-11-01          |
        | eigen_wens           | ioaw      | 2026-10-31          | voorziening_eindigt                | gewoon_einde   | 2026-10-31 | niet van toepassing |
        | eigen_wens           | uwv       | 2026-10-31          | voorziening_eindigt                | gewoon_einde   | 2026-10-31 | niet van toepassing |

  Regel: Een toestemming wordt pas ingetrokken nadat de deelnemer is gehoord

    Abstract Scenario: Onjuiste gegevens en geschonden afspraken
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven | waarde    |
        | stand   | lid       |
        | gehoord | <gehoord> |
      En de oordelen
        | oordeel              | waarde       | door         | reden                    |
        | onjuiste_gegevens    | <onjuist>    | klantmanager | onderzoek in het dossier |
        | afspraken_geschonden | <geschonden> | klantmanager | onderzoek in het dossier |
      Als het besluit "intrekking" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is "ingetrokken_vanaf" gelijk aan "<vanaf>"
      En is het rechtskarakter "<rechtskarakter>"
      En is de status "<status>"

      Voorbeelden:
        | onjuist | geschonden | gehoord | uitkomst         | regel            | vanaf               | rechtskarakter | status          |
        | nee     | nee        |         | niet_ingetrokken | geen_reden       | niet van toepassing | mededeling     | uitkomst_bekend |
        | ja      | nee        | ja      | ingetrokken      | onjuist          | 2026-10-21          | beschikking    | oordeel_nodig   |
        | nee     | ja         | ja      | ingetrokken      | geschonden       | 2026-10-21          | beschikking    | oordeel_nodig   |
        | ja      | ja         | ja      | ingetrokken      | onjuist          | 2026-10-21          | beschikking    | oordeel_nodig   |
        | ja      | nee        | nee     | eerst_horen      | nog_niet_gehoord | niet van toepassing | mededeling     | uitkomst_bekend |
        | nee     | ja         | nee     | eerst_horen      | nog_niet_gehoord | niet van toepassing | mededeling     | uitkomst_bekend |
        | ja      | ja         | nee     | eerst_horen      | nog_niet_gehoord | niet van toepassing | mededeling     | uitkomst_bekend |

  Regel: Over een plaats beslist de coöperatie, zonder bezwaar

    Achtergrond:
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven   | waarde          |
        | uitkering | pw              |
        | stand     | met_toestemming |

    Abstract Scenario: Het ledenmaximum en de wachtlijst (W19)
      Stel deze afspraken gelden
        | afspraak                | waarde          |
        | ledenmaximum            | <maximum>       |
        | proefperiode            | <proef>         |
        | proefleden_tellen_mee   | <tellen mee>    |
        | inkomsten_tijdens_proef | <in de proef>   |
        | bijdrage_vanaf          | <vanaf>         |
        | doorverwijzen_bij_vol   | <doorverwijzen> |
      En de gegevens
        | gegeven                        | waarde       |
        | aantal_leden                   | <leden>      |
        | wachtenden_voor_deze           | <wachtenden> |
        | andere_cooperatie_heeft_plaats | <elders>     |
        | startdatum_proef               | 2026-11-15   |
      En de oordelen
        | oordeel             | waarde | door       | reden        |
        | cooperatie_laat_toe | <wil>  | cooperatie | kennismaking |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is "wachtlijstplaats" gelijk aan "<plaats>"
      En is "proeflid_tot_en_met" gelijk aan "<proef tot>"
      En is het rechtskarakter "privaatrechtelijk"
      En bevat de brief niet "U kunt bezwaar maken"

      Voorbeelden:
        | maximum             | proef               | tellen mee          | in de proef         | vanaf               | doorverwijzen | leden | wachtenden | elders | wil | uitkomst               | regel                      | plaats              | proef tot           |
        | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | 500   |            |        | ja  | als_lid                | opgenomen                  | niet van toepassing | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | 19    | 0          |        | ja  | als_lid                | opgenomen                  | niet van toepassing | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | 18    | 1          |        | ja  | als_lid                | opgenomen                  | niet van toepassing | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | 18    | 2          |        | ja  | op_de_wachtlijst       | wie_langer_wacht_gaat_voor | 3                   | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | 19    | 1          |        | ja  | op_de_wachtlijst       | wie_langer_wacht_gaat_voor | 2                   | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | 20    | 0          |        | ja  | op_de_wachtlijst       | ledenmaximum_bereikt       | 1                   | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | 21    | 3          |        | ja  | op_de_wachtlijst       | ledenmaximum_bereikt       | 4                   | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | 20    | 0          |        | nee | geweigerd              | niet_opgenomen             | niet van toepassing | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | ja            | 20    |            | ja     | ja  | naar_andere_cooperatie | andere_cooperatie          | niet van toepassing | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | ja            | 20    | 2          | nee    | ja  | op_de_wachtlijst       | ledenmaximum_bereikt       | 3                   | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | ja            | 19    | 0          | ja     | ja  | als_lid                | opgenomen                  | niet van toepassing | niet van toepassing |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | ja            | 19    | 1          | ja     | ja  | op_de_wachtlijst       | wie_langer_wacht_gaat_voor | 2                   | niet van toepassing |
        | 20                  | 3 maanden           | ja                  | maandelijks         | vanaf_de_proef      | nee           | 19    | 0          |        | ja  | als_proeflid           | eerst_proeflid             | niet van toepassing | 2027-02-14          |
        | 20                  | 3 maanden           | ja                  | maandelijks         | vanaf_de_proef      | nee           | 19    | 1          |        | ja  | op_de_wachtlijst       | wie_langer_wacht_gaat_voor | 2                   | niet van toepassing |
        | 20                  | 3 maanden           | ja                  | maandelijks         | vanaf_de_proef      | nee           | 20    | 0          |        | ja  | op_de_wachtlijst       | ledenmaximum_bereikt       | 1                   | niet van toepassing |
        | 20                  | 3 maanden           | ja                  | maandelijks         | vanaf_de_proef      | ja            | 20    |            | ja     | ja  | naar_andere_cooperatie | andere_cooperatie          | niet van toepassing | niet van toepassing |
        | niet van toepassing | 3 maanden           | niet van toepassing | maandelijks         | vanaf_de_proef      | nee           | 500   |            |        | nee | geweigerd              | niet_opgenomen             | niet van toepassing | niet van toepassing |

    Abstract Scenario: Alle leden moeten instemmen
      Stel deze afspraken gelden
        | afspraak                | waarde          |
        | eenparige_toelating     | ja              |
        | ledenmaximum            | <maximum>       |
        | proefperiode            | <proef>         |
        | proefleden_tellen_mee   | <tellen mee>    |
        | inkomsten_tijdens_proef | <in de proef>   |
        | bijdrage_vanaf          | <vanaf>         |
        | doorverwijzen_bij_vol   | <doorverwijzen> |
      En de gegevens
        | gegeven                        | waarde     |
        | aantal_leden                   | 20         |
        | wachtenden_voor_deze           | 0          |
        | andere_cooperatie_heeft_plaats | ja         |
        | startdatum_proef               | 2026-11-15 |
      En de oordelen
        | oordeel             | waarde  | door       | reden            |
        | cooperatie_laat_toe | <wil>   | cooperatie | kennismaking     |
        | alle_leden_akkoord  | <allen> | cooperatie | ledenvergadering |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | maximum             | proef               | tellen mee          | in de proef         | vanaf               | doorverwijzen | wil | allen | uitkomst         | regel                |
        | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | ja  | ja    | als_lid          | opgenomen            |
        | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | ja  | nee   | geweigerd        | niet_eenparig        |
        | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | nee | ja    | geweigerd        | niet_opgenomen       |
        | niet van toepassing | 3 maanden           | niet van toepassing | maandelijks         | vanaf_de_proef      | nee           | ja  | nee   | geweigerd        | niet_eenparig        |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | ja  | nee   | geweigerd        | niet_eenparig        |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | ja            | ja  | nee   | geweigerd        | niet_eenparig        |
        | 20                  | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee           | ja  | ja    | op_de_wachtlijst | ledenmaximum_bereikt |

    Abstract Scenario: Eerst toestemming van de gemeente, dan een plaats
      Stel de afspraak "toestemming_vooraf" is "<vooraf>"
      En de gegevens
        | gegeven   | waarde      |
        | uitkering | <uitkering> |
        | stand     | <stand>     |
      En de oordelen
        | oordeel             | waarde | door       | reden        |
        | cooperatie_laat_toe | ja     | cooperatie | kennismaking |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | vooraf | uitkering      | stand           | uitkomst             | regel              |
        | ja     | pw             | aangemeld       | wacht_op_toestemming | zonder_toestemming |
        | ja     | ioaw           | aangemeld       | wacht_op_toestemming | zonder_toestemming |
        | ja     | pw             | met_toestemming | als_lid              | opgenomen          |
        | ja     | pw             | wachtlijst      | als_lid              | opgenomen          |
        | ja     | uwv            | aangemeld       | als_lid              | opgenomen          |
        | ja     | geen_uitkering | aangemeld       | als_lid              | opgenomen          |
        | nee    | pw             | aangemeld       | als_lid              | opgenomen          |

    Abstract Scenario: Wie de rekening stuurt
      Stel de afspraak "handelt_onder_kvk_cooperatie" is "<kvk coöperatie>"
      En de oordelen
        | oordeel             | waarde | door       | reden        |
        | cooperatie_laat_toe | ja     | cooperatie | kennismaking |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is "factuur_van" gelijk aan "<factuur>"

      Voorbeelden:
        | kvk coöperatie | factuur               |
        | ja             | cooperatie_factureert |
        | nee            | lid_factureert        |

    Abstract Scenario: Wie alleen meedoet heeft geen plaats in een coöperatie
      Stel de afspraak "individuele_deelname" is "ja"
      En de gegevens
        | gegeven  | waarde     |
        | deelname | <deelname> |
      En de oordelen
        | oordeel             | waarde | door       | reden        |
        | cooperatie_laat_toe | ja     | cooperatie | kennismaking |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | deelname    | status              |
        | cooperatief | uitkomst_bekend     |
        | individueel | niet_van_toepassing |

  Regel: Na de proef beslist de coöperatie over het lidmaatschap

    Achtergrond:
      Stel deze afspraken gelden
        | afspraak                | waarde         |
        | proefperiode            | 3 maanden      |
        | inkomsten_tijdens_proef | maandelijks    |
        | bijdrage_vanaf          | vanaf_de_proef |

    Abstract Scenario: De uitslag van de proef en de wil van de coöperatie
      Gegeven de peildatum is <besluitdatum>
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven          | waarde     |
        | stand            | op_proef   |
        | startdatum_proef | 2026-10-15 |
        | gestopt_op       | <gestopt>  |
      En de oordelen
        | oordeel                   | waarde     | door         | reden                    |
        | proefperiode_geslaagd     | <geslaagd> | klantmanager | gesprek met de deelnemer |
        | cooperatie_wil_definitief | <wil>      | cooperatie   | besluit van het bestuur  |
        | proef_verlengd            | nee        | klantmanager | gesprek met de deelnemer |
      Als het besluit "lidmaatschap" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | besluitdatum | gestopt             | geslaagd | wil | uitkomst       | regel           |
        | 2027-01-14   | niet van toepassing | ja       | ja  | nog_op_proef   | proef_loopt     |
        | 2027-01-14   | niet van toepassing | ja       | nee | nog_op_proef   | proef_loopt     |
        | 2027-01-15   | niet van toepassing | ja       | ja  | definitief_lid | definitief      |
        | 2027-01-15   | niet van toepassing | ja       | nee | geen_lid       | niet_definitief |
        | 2027-01-15   | niet van toepassing | nee      | ja  | geen_lid       | proef_mislukt   |
        | 2027-01-15   | niet van toepassing | nee      | nee | geen_lid       | proef_mislukt   |
        | 2026-11-25   | 2026-11-20          | ja       | ja  | geen_lid       | proef_mislukt   |

    Abstract Scenario: Zonder coöperatie of zonder proef is er geen lidmaatschap na een proef
      Stel deze afspraken gelden
        | afspraak                | waarde        |
        | individuele_deelname    | ja            |
        | proefperiode            | <proef>       |
        | inkomsten_tijdens_proef | <in de proef> |
        | bijdrage_vanaf          | <vanaf>       |
      Gegeven de peildatum is 2027-01-15
      En de besluitdatum is 2027-01-15
      En de gegevens
        | gegeven          | waarde              |
        | stand            | op_proef            |
        | deelname         | <deelname>          |
        | startdatum_proef | 2026-10-15          |
        | gestopt_op       | niet van toepassing |
      En de oordelen
        | oordeel                   | waarde | door         | reden                    |
        | proefperiode_geslaagd     | ja     | klantmanager | gesprek met de deelnemer |
        | cooperatie_wil_definitief | ja     | cooperatie   | besluit van het bestuur  |
        | proef_verlengd            | nee    | klantmanager | gesprek met de deelnemer |
      Als het besluit "lidmaatschap" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | deelname    | proef               | in de proef         | vanaf               | status              |
        | cooperatief | 3 maanden           | maandelijks         | vanaf_de_proef      | uitkomst_bekend     |
        | individueel | 3 maanden           | maandelijks         | vanaf_de_proef      | niet_van_toepassing |
        | cooperatief | niet van toepassing | niet van toepassing | niet van toepassing | niet_van_toepassing |

  Regel: De bijdrage aan de coöperatie en wat er in de spaarpot komt

    Achtergrond:
      Gegeven de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | stand                | lid           |
        | omzet                | € 800,00      |
        | opdrachtkosten       | € 120,00      |
        | investering          | € 100,00      |
        | spaarpot_begin       | € 300,00      |
        | besteed_uit_spaarpot | € 50,00       |
        | opname               | € 20,00       |

    Abstract Scenario: Waarover en hoeveel (W1)
      Stel deze afspraken gelden
        | afspraak               | waarde      |
        | bijdragegrondslag      | <grondslag> |
        | bijdragepercentage     | <bijdrage>  |
        | reserveringspercentage | <reserve>   |
        | kosten_aftrek          | <kosten>    |
        | investering_maximum    | <maximum>   |
      En de gegevens
        | gegeven        | waarde           |
        | omzet          | <omzet>          |
        | opdrachtkosten | <opdrachtkosten> |
        | investering    | <investering>    |
      En de oordelen
        | oordeel                        | waarde        | door         | reden          |
        | investering_vooraf_goedgekeurd | <goedgekeurd> | klantmanager | plan besproken |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "<bedrag>"
      En is "netto_omzet" gelijk aan "<netto>"
      En is "resultaat" gelijk aan "<resultaat>"
      En is "reservering" gelijk aan "<reservering>"
      En is "spaarpot_mutatie" gelijk aan "<erbij>"
      En is "spaarpot_eind" gelijk aan "<saldo>"
      En beslist de regel "<regel>"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | grondslag       | bijdrage            | reserve             | kosten                             | maximum             | omzet    | opdrachtkosten | investering | goedgekeurd | bedrag   | netto     | resultaat | reservering         | erbij     | saldo    | regel              |
        | van_omzet       | 30%                 | niet van toepassing | opdrachtkosten_af                  | niet van toepassing | € 800,00 | € 120,00       | € 0,00      |             | € 240,00 | € 680,00  | € 680,00  | niet van toepassing | € 440,00  | € 670,00 | over_omzet         |
        | van_netto_omzet | 30%                 | niet van toepassing | opdrachtkosten_af                  | niet van toepassing | € 800,00 | € 120,00       | € 0,00      |             | € 204,00 | € 680,00  | € 680,00  | niet van toepassing | € 476,00  | € 706,00 | over_netto_omzet   |
        | van_winst       | 30%                 | niet van toepassing | opdrachtkosten_af                  | niet van toepassing | € 800,00 | € 120,00       | € 100,00    |             | € 204,00 | € 680,00  | € 680,00  | niet van toepassing | € 476,00  | € 706,00 | met_opdrachtkosten |
        | van_winst       | 30%                 | niet van toepassing | geen_aftrek                        | niet van toepassing | € 800,00 | € 120,00       | € 100,00    |             | € 240,00 | € 680,00  | € 800,00  | niet van toepassing | € 440,00  | € 670,00 | zonder_aftrek      |
        | van_winst       | 30%                 | niet van toepassing | opdrachtkosten_en_investeringen_af | niet van toepassing | € 800,00 | € 120,00       | € 100,00    | ja          | € 174,00 | € 680,00  | € 580,00  | niet van toepassing | € 506,00  | € 736,00 | met_investeringen  |
        | van_winst       | 30%                 | niet van toepassing | opdrachtkosten_en_investeringen_af | niet van toepassing | € 800,00 | € 120,00       | € 100,00    | nee         | € 204,00 | € 680,00  | € 680,00  | niet van toepassing | € 476,00  | € 706,00 | over_winst         |
        | van_winst       | 30%                 | niet van toepassing | opdrachtkosten_en_investeringen_af | € 100,00            | € 800,00 | € 120,00       | € 99,99     | ja          | € 174,00 | € 680,00  | € 580,01  | niet van toepassing | € 506,00  | € 736,00 | vooraf_goedgekeurd |
        | van_winst       | 30%                 | niet van toepassing | opdrachtkosten_en_investeringen_af | € 100,00            | € 800,00 | € 120,00       | € 100,00    | ja          | € 174,00 | € 680,00  | € 580,00  | niet van toepassing | € 506,00  | € 736,00 | vooraf_goedgekeurd |
        | van_winst       | 30%                 | niet van toepassing | opdrachtkosten_en_investeringen_af | € 100,00            | € 800,00 | € 120,00       | € 100,01    | ja          | € 174,00 | € 680,00  | € 580,00  | niet van toepassing | € 506,00  | € 736,00 | vooraf_goedgekeurd |
        | van_netto_omzet | 30%                 | 5%                  | opdrachtkosten_af                  | niet van toepassing | € 800,00 | € 120,00       | € 0,00      |             | € 204,00 | € 680,00  | € 680,00  | € 34,00             | € 442,00  | € 672,00 | over_netto_omzet   |
        | van_netto_omzet | niet van toepassing | 5%                  | opdrachtkosten_af                  | niet van toepassing | € 800,00 | € 120,00       | € 0,00      |             | € 0,00   | € 680,00  | € 680,00  | € 34,00             | € 646,00  | € 876,00 | over_netto_omzet   |
        | van_netto_omzet | 30%                 | 5%                  | opdrachtkosten_af                  | niet van toepassing | € 120,00 | € 120,00       | € 0,00      |             | € 0,00   | € 0,00    | € 0,00    | € 0,00              | € 0,00    | € 230,00 | over_netto_omzet   |
        | van_netto_omzet | 30%                 | 5%                  | opdrachtkosten_af                  | niet van toepassing | € 120,01 | € 120,00       | € 0,00      |             | € 0,00   | € 0,01    | € 0,01    | € 0,00              | € 0,01    | € 230,01 | over_netto_omzet   |
        | van_netto_omzet | 30%                 | 5%                  | opdrachtkosten_af                  | niet van toepassing | € 120,10 | € 120,00       | € 0,00      |             | € 0,03   | € 0,10    | € 0,10    | € 0,01              | € 0,06    | € 230,06 | over_netto_omzet   |
        | van_netto_omzet | 30%                 | 5%                  | opdrachtkosten_af                  | niet van toepassing | € 120,05 | € 120,00       | € 0,00      |             | € 0,02   | € 0,05    | € 0,05    | € 0,00              | € 0,03    | € 230,03 | over_netto_omzet   |
        | van_netto_omzet | 30%                 | 5%                  | opdrachtkosten_af                  | niet van toepassing | € 20,00  | € 120,00       | € 0,00      |             | € 0,00   | € -100,00 | € -100,00 | € 0,00              | € -100,00 | € 130,00 | over_netto_omzet   |
        | van_winst       | 30%                 | 5%                  | opdrachtkosten_af                  | niet van toepassing | € 20,00  | € 120,00       | € 0,00      |             | € 0,00   | € -100,00 | € -100,00 | € 0,00              | € -100,00 | € 130,00 | over_winst         |

    Scenario: De partner van een deelnemer draagt niet bij en heeft geen spaarpot
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | ja       |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst van de partner "niet van toepassing"
      En is "reservering" van de partner gelijk aan "niet van toepassing"
      En is "spaarpot_mutatie" van de partner gelijk aan "niet van toepassing"
      En is "spaarpot_eind" van de partner gelijk aan "niet van toepassing"

    Abstract Scenario: Vanaf wanneer iemand bijdraagt en waar de verdiensten blijven
      Stel deze afspraken gelden
        | afspraak                | waarde          |
        | verrekenwijze           | <verrekenwijze> |
        | proefperiode            | <proef>         |
        | inkomsten_tijdens_proef | <in de proef>   |
        | bijdrage_vanaf          | <vanaf>         |
      En de gegevens
        | gegeven | waarde  |
        | stand   | <stand> |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "<bijdrage>"
      En is "spaarpot_mutatie" gelijk aan "<erbij>"
      En is "spaarpot_eind" gelijk aan "<saldo>"

      Voorbeelden:
        | verrekenwijze | proef               | in de proef         | vanaf                  | stand      | bijdrage | erbij               | saldo               |
        | spaarpot      | niet van toepassing | niet van toepassing | niet van toepassing    | lid        | € 68,00  | € 612,00            | € 842,00            |
        | maandelijks   | niet van toepassing | niet van toepassing | niet van toepassing    | lid        | € 68,00  | niet van toepassing | niet van toepassing |
        | spaarpot      | 3 maanden           | spaarpot            | vanaf_de_proef         | op_proef   | € 68,00  | € 612,00            | € 842,00            |
        | spaarpot      | 3 maanden           | spaarpot            | vanaf_het_lidmaatschap | op_proef   | € 0,00   | € 680,00            | € 910,00            |
        | spaarpot      | 3 maanden           | maandelijks         | vanaf_het_lidmaatschap | lid        | € 68,00  | € 612,00            | € 842,00            |
        | spaarpot      | 3 maanden           | maandelijks         | vanaf_de_proef         | op_proef   | € 68,00  | niet van toepassing | niet van toepassing |
        | maandelijks   | 3 maanden           | spaarpot            | vanaf_de_proef         | op_proef   | € 68,00  | niet van toepassing | niet van toepassing |
        | spaarpot      | niet van toepassing | niet van toepassing | niet van toepassing    | op_proef   | € 0,00   | niet van toepassing | niet van toepassing |
        | spaarpot      | 3 maanden           | spaarpot            | vanaf_de_proef         | wachtlijst | € 0,00   | niet van toepassing | niet van toepassing |

    Abstract Scenario: Over een verlies is nooit een bijdrage verschuldigd
      Stel de afspraak "bijdragepercentage" is "100%"
      En de afspraak "bijdragegrondslag" is "<grondslag>"
      En de gegevens
        | gegeven | waarde  |
        | omzet   | € 20,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"

      Voorbeelden:
        | grondslag       |
        | van_netto_omzet |
        | van_winst       |

    Scenario: De eerste maand begint de spaarpot leeg
      Gegeven de gegevens
        | gegeven        | waarde              |
        | spaarpot_begin | niet van toepassing |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is "spaarpot_eind" gelijk aan "€ 542,00"

    Abstract Scenario: Een partner draagt niet bij en heeft geen spaarpot
      Stel de afspraak "kosten_aftrek" is "<kosten>"
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | ja       |
      En de gegevens
        | gegeven              | belanghebbende | partner  |
        | omzet                | € 800,00       | € 300,00 |
        | opdrachtkosten       | € 120,00       | € 10,00  |
        | investering          | € 0,00         | € 0,00   |
        | spaarpot_begin       | € 300,00       | € 900,00 |
        | besteed_uit_spaarpot | € 50,00        | € 0,00   |
        | opname               | € 20,00        | € 0,00   |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "€ 68,00"
      En is de uitkomst van de partner "niet van toepassing"
      En is "netto_omzet" van de partner gelijk aan "niet van toepassing"
      En is "resultaat" van de partner gelijk aan "niet van toepassing"
      En is "reservering" van de partner gelijk aan "niet van toepassing"
      En is "spaarpot_mutatie" van de partner gelijk aan "niet van toepassing"
      En is "spaarpot_eind" van de partner gelijk aan "niet van toepassing"

      Voorbeelden:
        | kosten            |
        | opdrachtkosten_af |
        | geen_aftrek       |

    Abstract Scenario: Wie alleen meedoet draagt niet bij
      Stel de afspraak "individuele_deelname" is "ja"
      En de gegevens
        | gegeven  | waarde     |
        | deelname | <deelname> |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | deelname    | status              |
        | cooperatief | uitkomst_bekend     |
        | individueel | niet_van_toepassing |

    Abstract Scenario: Iemand zonder bijstand draagt net zo goed bij (W16)
      Gegeven de gegevens
        | gegeven   | waarde      |
        | uitkering | <uitkering> |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 68,00"
      En is "spaarpot_eind" gelijk aan "€ 842,00"

      Voorbeelden:
        | uitkering      |
        | pw             |
        | ioaw           |
        | uwv            |
        | geen_uitkering |

  Regel: Besteden uit de spaarpot kan voor een afgesproken doel en niet boven het saldo

    Achtergrond:
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven   | waarde        |
        | uitkering | pw            |
        | leefvorm  | alleenstaande |
        | stand     | lid           |

    Abstract Scenario: Het doel, het saldo, de leden en privé gebruik
      Stel deze afspraken gelden
        | afspraak                  | waarde   |
        | bestedingsdoelen          | <doelen> |
        | besteding_samen_besluiten | <samen>  |
        | opname_prive              | <privé>  |
      En de gegevens
        | gegeven                 | waarde   |
        | spaarpot_nu             | <saldo>  |
        | sinds_overzicht_besteed | <sinds>  |
        | bestedingsbedrag        | <bedrag> |
        | bestedingsdoel          | <doel>   |
      En de oordelen
        | oordeel                 | waarde    | door       | reden            |
        | leden_akkoord_besteding | <akkoord> | cooperatie | ledenvergadering |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | doelen                      | samen | privé      | saldo               | sinds    | bedrag   | doel                      | akkoord | uitkomst        | regel                  |
        | onderneming_en_ontwikkeling | nee   | is_inkomen | € 500,00            | € 100,00 | € 399,99 | bedrijfsgroei             |         | toegestaan      | groei_van_het_bedrijf  |
        | onderneming_en_ontwikkeling | nee   | is_inkomen | € 500,00            | € 100,00 | € 400,00 | bedrijfsgroei             |         | toegestaan      | groei_van_het_bedrijf  |
        | onderneming_en_ontwikkeling | nee   | is_inkomen | € 500,00            | € 100,00 | € 400,01 | bedrijfsgroei             |         | niet_toegestaan | meer_dan_het_saldo     |
        | onderneming_en_ontwikkeling | nee   | is_inkomen | € 500,00            | € 100,00 | € 400,00 | persoonlijke_ontwikkeling |         | toegestaan      | eigen_ontwikkeling     |
        | onderneming_en_ontwikkeling | nee   | is_inkomen | € 500,00            | € 100,00 | € 400,01 | persoonlijke_ontwikkeling |         | niet_toegestaan | meer_dan_het_saldo     |
        | onderneming_en_ontwikkeling | nee   | is_inkomen | niet van toepassing | € 0,00   | € 0,00   | bedrijfsgroei             |         | toegestaan      | groei_van_het_bedrijf  |
        | onderneming_en_ontwikkeling | nee   | is_inkomen | niet van toepassing | € 0,00   | € 0,01   | bedrijfsgroei             |         | niet_toegestaan | meer_dan_het_saldo     |
        | alleen_onderneming          | nee   | is_inkomen | € 500,00            | € 0,00   | € 100,00 | persoonlijke_ontwikkeling |         | niet_toegestaan | niet_voor_ontwikkeling |
        | alleen_onderneming          | nee   | is_inkomen | € 500,00            | € 0,00   | € 100,00 | bedrijfsgroei             |         | toegestaan      | groei_van_het_bedrijf  |
        | onderneming_en_ontwikkeling | ja    | is_inkomen | € 500,00            | € 0,00   | € 100,00 | bedrijfsgroei             | ja      | toegestaan      | groei_van_het_bedrijf  |
        | onderneming_en_ontwikkeling | ja    | is_inkomen | € 500,00            | € 0,00   | € 100,00 | bedrijfsgroei             | nee     | niet_toegestaan | niet_samen_besloten    |
        | onderneming_en_ontwikkeling | ja    | is_inkomen | € 500,00            | € 0,00   | € 100,00 | persoonlijke_ontwikkeling | ja      | toegestaan      | eigen_ontwikkeling     |
        | onderneming_en_ontwikkeling | ja    | is_inkomen | € 500,00            | € 0,00   | € 100,00 | persoonlijke_ontwikkeling | nee     | niet_toegestaan | niet_samen_besloten    |
        | onderneming_en_ontwikkeling | nee   | is_inkomen | € 500,00            | € 0,00   | € 100,00 | prive_gebruik             |         | als_inkomen     | prive_telt_als_inkomen |
        | onderneming_en_ontwikkeling | nee   | is_inkomen | € 500,00            | € 0,00   | € 500,01 | prive_gebruik             |         | niet_toegestaan | meer_dan_het_saldo     |
        | onderneming_en_ontwikkeling | nee   | verboden   | € 500,00            | € 0,00   | € 100,00 | prive_gebruik             |         | niet_toegestaan | prive_verboden         |
        | onderneming_en_ontwikkeling | nee   | verboden   | € 500,00            | € 0,00   | € 100,00 | bedrijfsgroei             |         | toegestaan      | groei_van_het_bedrijf  |
        | onderneming_en_ontwikkeling | nee   | verboden   | € 500,00            | € 0,00   | € 500,01 | prive_gebruik             |         | niet_toegestaan | prive_verboden         |

    Scenario: Zonder spaarpot valt er niets te besteden
      Stel de afspraak "verrekenwijze" is "maandelijks"
      En de gegevens
        | gegeven                 | waarde        |
        | spaarpot_nu             | € 500,00      |
        | sinds_overzicht_besteed | € 0,00        |
        | bestedingsbedrag        | € 100,00      |
        | bestedingsdoel          | bedrijfsgroei |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

    Scenario: Wat niet mag, heeft geen dag waarop het van de spaarpot af gaat
      Stel de afspraak "opname_prive" is "is_inkomen"
      En de gegevens
        | gegeven                 | waarde        |
        | spaarpot_nu             | € 500,00      |
        | sinds_overzicht_besteed | € 0,00        |
        | bestedingsbedrag        | € 100,00      |
        | bestedingsdoel          | prive_gebruik |
        | besteed_op              | 2026-10-22    |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "als_inkomen"
      En is "bestedingsdag" van de belanghebbende gelijk aan "niet van toepassing"

    Scenario: Over een partner gaat een besteding niet
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | ja       |
      En de gegevens
        | gegeven                 | belanghebbende | partner       |
        | spaarpot_nu             | € 500,00       | € 500,00      |
        | sinds_overzicht_besteed | € 0,00         | € 0,00        |
        | bestedingsbedrag        | € 100,00       | € 100,00      |
        | bestedingsdoel          | bedrijfsgroei  | bedrijfsgroei |
        | besteed_op              | 2026-10-22     | 2026-10-23    |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "toegestaan"
      En is de uitkomst van de partner "niet van toepassing"
      En is "bestedingsdag" van de belanghebbende gelijk aan "2026-10-22"
      En is "bestedingsdag" van de partner gelijk aan "niet van toepassing"
      En is "spaarpot_over" van de belanghebbende gelijk aan "€ 500,00"
      En is "spaarpot_over" van de partner gelijk aan "niet van toepassing"

  Regel: Wat er bij vertrek met het saldo gebeurt

    Achtergrond:
      Gegeven de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven   | waarde        |
        | uitkering | pw            |
        | leefvorm  | alleenstaande |
        | stand     | uitgestroomd  |

    Abstract Scenario: Leeg, een tekort of iets over (W25)
      Stel de afspraak "saldo_bij_uitstroom" is "<afspraak>"
      En de gegevens
        | gegeven                 | waarde  |
        | spaarpot_nu             | <saldo> |
        | sinds_overzicht_besteed | <sinds> |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is de status "<status>"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | afspraak                | saldo               | sinds      | uitkomst         | regel    | status          |
        | blijft_bij_cooperatie   | € 2.955,44          | € 2.955,44 | niets_te_doen    | leeg     | uitkomst_bekend |
        | blijft_bij_cooperatie   | niet van toepassing | € 0,00     | niets_te_doen    | leeg     | uitkomst_bekend |
        | blijft_bij_cooperatie   | € 2.955,44          | € 2.955,45 | tekort_bespreken | tekort   | uitkomst_bekend |
        | blijft_bij_cooperatie   | € 2.955,44          | € 2.955,43 | saldo_blijft     | blijft   | uitkomst_bekend |
        | naar_nieuwe_onderneming | € 2.955,44          | € 2.955,44 | niets_te_doen    | leeg     | uitkomst_bekend |
        | naar_nieuwe_onderneming | € 2.955,44          | € 2.955,45 | tekort_bespreken | tekort   | uitkomst_bekend |
        | naar_nieuwe_onderneming | € 2.955,44          | € 2.955,43 | saldo_mee        | gaat_mee | oordeel_nodig   |
        | uitbetaald              | € 2.955,44          | € 2.955,44 | niets_te_doen    | leeg     | uitkomst_bekend |
        | uitbetaald              | € 2.955,44          | € 2.955,45 | tekort_bespreken | tekort   | uitkomst_bekend |
        | uitbetaald              | € 2.955,44          | € 2.955,43 | saldo_uitbetalen | betaald  | oordeel_nodig   |

    Scenario: Zonder spaarpot is er niets af te rekenen
      Stel de afspraak "verrekenwijze" is "maandelijks"
      En de gegevens
        | gegeven                 | waarde   |
        | spaarpot_nu             | € 500,00 |
        | sinds_overzicht_besteed | € 0,00   |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

    Scenario: Een partner heeft geen spaarpot om af te rekenen
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | ja       |
      En de gegevens
        | gegeven                 | belanghebbende | partner  |
        | spaarpot_nu             | € 500,00       | € 500,00 |
        | sinds_overzicht_besteed | € 0,00         | € 0,00   |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "saldo_blijft"
      En is de uitkomst van de partner "niet van toepassing"

  Regel: Aan de gemeente betaalt de coöperatie en nooit het lid

    Achtergrond:
      Stel deze afspraken gelden
        | afspraak                    | waarde     |
        | drempel_gemeente            | € 1.000,00 |
        | afdrachtpercentage_gemeente | 25%        |
      Gegeven de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | stand                | lid           |
        | omzet                | € 800,00      |
        | opdrachtkosten       | € 120,00      |
        | besteed_uit_spaarpot | € 50,00       |
        | opname               | € 20,00       |

    Abstract Scenario: Op, onder en boven de drempel
      Gegeven de gegevens
        | gegeven        | waarde  |
        | spaarpot_begin | <begin> |
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de uitkomst "<afdracht>"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | begin    | afdracht |
        | € 0,00   | € 0,00   |
        | € 457,99 | € 0,00   |
        | € 458,00 | € 0,00   |
        | € 458,01 | € 0,00   |
        | € 458,02 | € 0,01   |
        | € 462,00 | € 1,00   |
        | € 858,00 | € 100,00 |

    Scenario: Onder de drempel betaalt de coöperatie niets, ook als zij alles erboven betaalt
      Stel de afspraak "afdrachtpercentage_gemeente" is "100%"
      En de gegevens
        | gegeven        | waarde |
        | spaarpot_begin | € 0,00 |
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"

    Scenario: Wat naar de gemeente gaat is van het saldo af
      Gegeven de gegevens
        | gegeven        | waarde   |
        | spaarpot_begin | € 858,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is "spaarpot_eind" gelijk aan "€ 1.300,00"

    Scenario: Over een partner gaat de betaling aan de gemeente niet
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | ja       |
      En de gegevens
        | gegeven              | belanghebbende | partner    |
        | omzet                | € 800,00       | € 800,00   |
        | opdrachtkosten       | € 120,00       | € 0,00     |
        | spaarpot_begin       | € 858,00       | € 5.000,00 |
        | besteed_uit_spaarpot | € 50,00        | € 0,00     |
        | opname               | € 20,00        | € 0,00     |
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "€ 100,00"
      En is de uitkomst van de partner "niet van toepassing"

    Scenario: Zonder afgesproken deel betaalt de coöperatie niets
      Stel deze afspraken gelden
        | afspraak                    | waarde              |
        | drempel_gemeente            | niet van toepassing |
        | afdrachtpercentage_gemeente | niet van toepassing |
      En de gegevens
        | gegeven        | waarde   |
        | spaarpot_begin | € 858,00 |
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

    Scenario: Zonder spaarpot betaalt de coöperatie niets over een saldo
      Stel de afspraak "verrekenwijze" is "maandelijks"
      En de gegevens
        | gegeven        | waarde   |
        | spaarpot_begin | € 858,00 |
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Wat de deelnemer zelf in handen krijgt is inkomen

    Achtergrond:
      Gegeven de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | stand               | lid                 |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 6                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
        | investering_vooraf_goedgekeurd     | ja     | klantmanager | plan besproken      |

    Abstract Scenario: Spaarpot of per maand, en welke kosten eraf mogen (W1, W8)
      Stel deze afspraken gelden
        | afspraak                | waarde          |
        | verrekenwijze           | <verrekenwijze> |
        | kosten_aftrek           | <kosten>        |
        | verlies                 | <verlies>       |
        | proefperiode            | <proef>         |
        | inkomsten_tijdens_proef | <in de proef>   |
        | bijdrage_vanaf          | <vanaf>         |
      En de gegevens
        | gegeven          | waarde           |
        | stand            | <stand>          |
        | omzet            | <omzet>          |
        | opdrachtkosten   | <opdrachtkosten> |
        | investering      | € 100,00         |
        | verlies_boekjaar | <boekjaar>       |
        | opname           | <opname>         |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "inkomsten" gelijk aan "<inkomsten>"
      En is de uitkomst "<bijstand>"
      En beslist de regel "<regel>"
      En is de status "uitkomst_bekend"

      Voorbeelden:
        | verrekenwijze | kosten                             | verlies             | proef               | in de proef         | vanaf               | stand    | omzet    | opdrachtkosten | boekjaar  | opname   | inkomsten | bijstand   | regel                      |
        | spaarpot      | opdrachtkosten_af                  | vervalt             | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       |           | € 0,00   | € 0,00    | € 1.419,46 | opname_uit_spaarpot        |
        | spaarpot      | opdrachtkosten_af                  | vervalt             | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       |           | € 250,00 | € 250,00  | € 1.169,46 | opname_uit_spaarpot        |
        | spaarpot      | geen_aftrek                        | vervalt             | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       |           | € 250,00 | € 250,00  | € 1.169,46 | opname_uit_spaarpot        |
        | spaarpot      | opdrachtkosten_af                  | verrekenen_boekjaar | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       | € 0,00    | € 250,00 | € 250,00  | € 1.169,46 | opname_uit_spaarpot        |
        | spaarpot      | opdrachtkosten_af                  | vervalt             | 3 maanden           | maandelijks         | vanaf_de_proef      | op_proef | € 800,00 | € 120,00       |           | € 250,00 | € 680,00  | € 739,46   | resultaat_van_de_maand     |
        | spaarpot      | opdrachtkosten_af                  | vervalt             | 3 maanden           | spaarpot            | vanaf_de_proef      | op_proef | € 800,00 | € 120,00       |           | € 250,00 | € 250,00  | € 1.169,46 | opname_uit_spaarpot        |
        | maandelijks   | geen_aftrek                        | vervalt             | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       |           | € 0,00   | € 800,00  | € 619,46   | omzet_is_inkomen           |
        | maandelijks   | geen_aftrek                        | verrekenen_boekjaar | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       | € -300,00 | € 0,00   | € 800,00  | € 619,46   | omzet_is_inkomen           |
        | maandelijks   | opdrachtkosten_af                  | vervalt             | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       |           | € 0,00   | € 680,00  | € 739,46   | resultaat_van_de_maand     |
        | maandelijks   | opdrachtkosten_en_investeringen_af | vervalt             | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       |           | € 0,00   | € 580,00  | € 839,46   | resultaat_van_de_maand     |
        | maandelijks   | opdrachtkosten_af                  | vervalt             | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 150,00 | € 410,00       |           | € 0,00   | € 0,00    | € 1.419,46 | resultaat_van_de_maand     |
        | maandelijks   | opdrachtkosten_af                  | vervalt             | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 120,01 | € 120,00       |           | € 0,00   | € 0,01    | € 1.419,45 | resultaat_van_de_maand     |
        | maandelijks   | opdrachtkosten_af                  | vervalt             | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 120,00 | € 120,00       |           | € 0,00   | € 0,00    | € 1.419,46 | resultaat_van_de_maand     |
        | maandelijks   | opdrachtkosten_af                  | verrekenen_boekjaar | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       | € -100,00 | € 0,00   | € 580,00  | € 839,46   | resultaat_van_het_boekjaar |
        | maandelijks   | opdrachtkosten_af                  | verrekenen_boekjaar | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       | € -679,99 | € 0,00   | € 0,01    | € 1.419,45 | resultaat_van_het_boekjaar |
        | maandelijks   | opdrachtkosten_af                  | verrekenen_boekjaar | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       | € -680,00 | € 0,00   | € 0,00    | € 1.419,46 | resultaat_van_het_boekjaar |
        | maandelijks   | opdrachtkosten_af                  | verrekenen_boekjaar | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       | € -680,01 | € 0,00   | € 0,00    | € 1.419,46 | resultaat_van_het_boekjaar |
        | maandelijks   | opdrachtkosten_af                  | verrekenen_boekjaar | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       | € 100,00  | € 0,00   | € 680,00  | € 739,46   | resultaat_van_het_boekjaar |
        | maandelijks   | opdrachtkosten_af                  | verrekenen_boekjaar | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 800,00 | € 120,00       | € 0,00    | € 0,00   | € 680,00  | € 739,46   | resultaat_van_het_boekjaar |
        | maandelijks   | opdrachtkosten_af                  | verrekenen_boekjaar | niet van toepassing | niet van toepassing | niet van toepassing | lid      | € 150,00 | € 410,00       | € 0,00    | € 0,00   | € 0,00    | € 1.419,46 | resultaat_van_het_boekjaar |

    Scenario: Van een privé-opname is een kwart vrij in de eerste maand (W2)
      Gegeven de gegevens
        | gegeven            | waarde   |
        | omzet              | € 800,00 |
        | opname             | € 250,00 |
        | maanden_n_gebruikt | 0        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlating" gelijk aan "€ 62,50"
      En is "in_aanmerking" gelijk aan "€ 187,50"
      En is de uitkomst "€ 1.231,96"

    Scenario: Wie alleen meedoet heeft geen spaarpot, ook als de afspraak er een noemt (W3)
      Stel de afspraak "individuele_deelname" is "ja"
      En de gegevens
        | gegeven            | waarde      |
        | deelname           | individueel |
        | omzet              | € 900,00    |
        | opdrachtkosten     | € 0,00      |
        | opname             | € 0,00      |
        | maanden_n_gebruikt | 0           |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlating" gelijk aan "€ 225,00"
      En is de uitkomst "€ 744,46"

    Abstract Scenario: De onderneming van een partner valt buiten de afspraken
      Stel de afspraak "verlies" is "<verlies>"
      Gegeven de gegevens
        | gegeven             | waarde         |
        | leefvorm            | gehuwden       |
        | kostendelers        | 2              |
        | partner_heeft_recht | ja             |
        | wijze_van_betaling  | ieder_de_helft |
      En de gegevens
        | gegeven             | belanghebbende | partner    |
        | geboortedatum       | 1984-03-02     | 1985-07-19 |
        | omzet               | € 800,00       | € 300,00   |
        | opname              | € 0,00         | € 300,00   |
        | opdrachtkosten      | € 0,00         | € 100,00   |
        | loon                | € 0,00         | € 0,00     |
        | ander_inkomen       | € 0,00         | € 0,00     |
        | medisch_urenbeperkt | nee            | nee        |
        | loonkostensubsidie  | nee            | nee        |
        | maanden_n_gebruikt  | 6              | 6          |
        | verlies_boekjaar    | € 0,00         | € -200,00  |
      En de oordelen
        | oordeel                            | waarde | door         | reden     | voor    |
        | draagt_bij_aan_arbeidsinschakeling | nee    | klantmanager | geen werk | partner |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "inkomsten" van de belanghebbende gelijk aan "€ 0,00"
      En is "inkomsten" van de partner gelijk aan "€ 300,00"
      En is de uitkomst "€ 1.727,79"

      Voorbeelden:
        | verlies             |
        | vervalt             |
        | verrekenen_boekjaar |

    Scenario: Coöperatie en deelnemer noemen een ander bedrag (W28)
      Stel de afspraak "verrekenwijze" is "maandelijks"
      En de gegevens
        | gegeven        | waarde   | bron      |
        | omzet          | € 480,00 | Samen     |
        | omzet          | € 380,00 | deelnemer |
        | opdrachtkosten | € 0,00   |           |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_strijdig"
      En is "inkomsten" gelijk aan "onbekend"

  Regel: Afspraken die samen niet kunnen

    Achtergrond:
      Gegeven de maand is 2026-10
      En de besluitdatum is 2026-11-10

    Abstract Scenario: Bijdrage en reservering zijn samen nooit meer dan het geheel
      Stel deze afspraken gelden
        | afspraak               | waarde    |
        | bijdragepercentage     | 60%       |
        | reserveringspercentage | <reserve> |
      En de gegevens
        | gegeven        | waarde        |
        | leefvorm       | alleenstaande |
        | stand          | lid           |
        | omzet          | € 100,00      |
        | opdrachtkosten | € 0,00        |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is "reservering" gelijk aan "<bedrag>"

      Voorbeelden:
        | reserve | bedrag  |
        | 39%     | € 39,00 |
        | 40%     | € 40,00 |

    Scenario: Meer dan het geheel kan niet
      Stel deze afspraken gelden
        | afspraak               | waarde |
        | bijdragepercentage     | 60%    |
        | reserveringspercentage | 41%    |
      Dan wordt het besluit "bijdrageoverzicht" geweigerd met de melding "eis-geschonden"

    Scenario: Alleen een bijdrage tot en met het geheel kan wel
      Stel deze afspraken gelden
        | afspraak               | waarde              |
        | bijdragepercentage     | 100%                |
        | reserveringspercentage | niet van toepassing |
      En de gegevens
        | gegeven        | waarde        |
        | leefvorm       | alleenstaande |
        | stand          | lid           |
        | omzet          | € 100,00      |
        | opdrachtkosten | € 0,00        |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 100,00"

    Scenario: Een reservering van het geheel laat geen bijdrage toe
      Stel deze afspraken gelden
        | afspraak               | waarde |
        | bijdragepercentage     | 1%     |
        | reserveringspercentage | 100%   |
      Dan wordt het besluit "bijdrageoverzicht" geweigerd met de melding "eis-geschonden"

    Scenario: Een reservering van het geheel zonder bijdrage kan wel
      Stel deze afspraken gelden
        | afspraak               | waarde              |
        | bijdragepercentage     | niet van toepassing |
        | reserveringspercentage | 100%                |
      En de gegevens
        | gegeven        | waarde        |
        | leefvorm       | alleenstaande |
        | stand          | lid           |
        | omzet          | € 100,00      |
        | opdrachtkosten | € 0,00        |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is "reservering" gelijk aan "€ 100,00"

    Scenario: Een drempel zonder deel kan niet
      Stel deze afspraken gelden
        | afspraak                    | waarde              |
        | drempel_gemeente            | € 1.000,00          |
        | afdrachtpercentage_gemeente | niet van toepassing |
      Dan wordt het besluit "afdracht" geweigerd met de melding "eis-geschonden"

    Scenario: Een deel zonder drempel kan niet
      Stel deze afspraken gelden
        | afspraak                    | waarde              |
        | drempel_gemeente            | niet van toepassing |
        | afdrachtpercentage_gemeente | 25%                 |
      Dan wordt het besluit "afdracht" geweigerd met de melding "eis-geschonden"

    Scenario: Wie een proef afspreekt regelt ook de verdiensten in de proef
      Stel deze afspraken gelden
        | afspraak                | waarde              |
        | proefperiode            | 3 maanden           |
        | inkomsten_tijdens_proef | niet van toepassing |
        | bijdrage_vanaf          | vanaf_de_proef      |
      Dan wordt het besluit "toelating" geweigerd met de melding "eis-geschonden"

    Scenario: Wie een proef afspreekt regelt ook vanaf wanneer de deelnemer bijdraagt
      Stel deze afspraken gelden
        | afspraak                | waarde              |
        | proefperiode            | 3 maanden           |
        | inkomsten_tijdens_proef | maandelijks         |
        | bijdrage_vanaf          | niet van toepassing |
      Dan wordt het besluit "toelating" geweigerd met de melding "eis-geschonden"

    Scenario: Wie een maximum en een proef afspreekt regelt ook of proefleden meetellen
      Stel deze afspraken gelden
        | afspraak                | waarde              |
        | ledenmaximum            | 20                  |
        | proefperiode            | 3 maanden           |
        | proefleden_tellen_mee   | niet van toepassing |
        | inkomsten_tijdens_proef | maandelijks         |
        | bijdrage_vanaf          | vanaf_de_proef      |
      Dan wordt het besluit "plaatsing" geweigerd met de melding "eis-geschonden"

  # Deze veranderingen geven bij geen enkele volledige zaak een andere uitkomst; achter elke staat waarom.
  # mutant aanvaard: landelijk/sociale-cooperatie:gegevens.afspraak_met_uwv.geldt_als:weg de regels lezen dit gegeven alleen waar het geldt; zonder de poort verandert geen uitkomst en wordt het alleen onnodig gevraagd
  # mutant aanvaard: landelijk/sociale-cooperatie:gegevens.toestemming_bewindvoerder.geldt_als:weg de regels lezen dit gegeven alleen waar het geldt; zonder de poort verandert geen uitkomst en wordt het alleen onnodig gevraagd
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.deelname_tot_en_met.geldt_als:duur_deelname_is_van_toepassing:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.plichten_herleven_na_proef_vanaf.geldt_als:proefuitslag_is_een_van_niet_geslaagd,_voortijdig_beeindigd: waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.reservering.geldt_als:bijdrageplichtig:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.reservering.geldt_als:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.reservering.geldt_als:en>of waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.reservering.geldt_als:rol_is_belanghebbende:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.spaarpot_mutatie.geldt_als:rol_is_belanghebbende:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.afdracht_gemeente.geldt_als:in_spaarpot:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.afdracht_gemeente.geldt_als:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.afdracht_gemeente.geldt_als:en>of waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.afdracht_gemeente.geldt_als:rol_is_belanghebbende:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.spaarpot_eind.geldt_als:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.spaarpot_eind.geldt_als:en>of waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.spaarpot_eind.geldt_als:rol_is_belanghebbende:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.bijdrage.geldt_als:rol_is_belanghebbende:weg waar de poort dicht is, is de waarde waarop de berekening rust zelf niet van toepassing
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.plaatsing.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.lidmaatschap.geldt_als:in_cooperatie:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.lidmaatschap.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.lidmaatschap.geldt_als:en>of het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.bijdrage.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.bijdrage.geldt_als:en>of het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:besluiten.lidmaatschap.geldt_als:en>of het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:besluiten.lidmaatschap.geldt_als:proefperiode_is_van_toepassing:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:besluiten.bijdrageoverzicht.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:besluiten.afdracht.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/sociale-cooperatie:begrippen.bijdrageplichtig.berekening:in_cooperatie:weg alleen begrippen en besluiten met dezelfde voorwaarde lezen dit
  # mutant aanvaard: landelijk/sociale-cooperatie:eisen.verdiensten_tellen_mee:weg de regels maken zelf dat de eis altijd klopt; zij staat er voor een latere wijziging of een eigen regel van een gemeente
  # mutant aanvaard: landelijk/sociale-cooperatie:eisen.verdiensten_tellen_mee:rol_is_partner:weg de regels maken zelf dat de eis altijd klopt; zij staat er voor een latere wijziging of een eigen regel van een gemeente
  # mutant aanvaard: landelijk/sociale-cooperatie:eisen.verdiensten_tellen_mee:rol_is_partner:<> de regels maken zelf dat de eis altijd klopt; zij staat er voor een latere wijziging of een eigen regel van een gemeente
  # mutant aanvaard: landelijk/sociale-cooperatie:eisen.bijdrage_past:0%>-1% een percentage is ten hoogste 100%; met nul of minder erbij blijft de som binnen het geheel
  # mutant aanvaard: landelijk/sociale-cooperatie:eisen.bijdrage_past:0%>-1%#2 een percentage is ten hoogste 100%; met nul of minder erbij blijft de som binnen het geheel
