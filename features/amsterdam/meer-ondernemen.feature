# language: nl
Functionaliteit: Ondernemend participeren in Amsterdam
  Meedoen kan in een coöperatie en alleen. Niemand wordt vooraf getoetst op geschiktheid of levensvatbaarheid en niemand
  hoeft de uitkering te verlaten. Hoe in een coöperatie met inkomsten wordt omgegaan is niet gevonden en dus open.
  Alle personen zijn verzonnen.

  Regel: Meedoen kan in een coöperatie en alleen

    Achtergrond:
      Gegeven de overeenkomst "amsterdam/meer-ondernemen"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven            | waarde |
        | woont_in_gemeente  | ja     |
        | in_schuldsanering  | nee    |
        | verwachte_uren     | 400    |
        | geheel_zelfstandig | nee    |

    Abstract Scenario: Toestemming in beide vormen en bij elke uitkering
      Gegeven de gegevens
        | gegeven   | waarde      |
        | deelname  | <vorm>      |
        | uitkering | <uitkering> |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | leert stap voor stap bij |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is het rechtskarakter "beschikking"

      Voorbeelden:
        | vorm        | uitkering      | uitkomst   |
        | cooperatief | pw             | toegewezen |
        | individueel | pw             | toegewezen |
        | individueel | ioaw           | toegewezen |
        | individueel | geen_uitkering | afgewezen  |

    Scenario: Wie alleen meedoet krijgt geen plaats in een coöperatie
      Gegeven de gegevens
        | gegeven   | waarde          |
        | deelname  | individueel     |
        | uitkering | pw              |
        | stand     | met_toestemming |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

    Scenario: Wie in een coöperatie meedoet krijgt daar een plaats
      Gegeven de gegevens
        | gegeven   | waarde          |
        | deelname  | cooperatief     |
        | uitkering | pw              |
        | stand     | met_toestemming |
      En de oordelen
        | oordeel             | waarde | door          | reden             |
        | cooperatie_laat_toe | ja     | de coöperatie | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "als_lid"
      En is "factuur_van" gelijk aan "lid_factureert"
      En is het rechtskarakter "privaatrechtelijk"

    Scenario: In welke vorm iemand meedoet is niet bekend
      Gegeven de gegevens
        | gegeven   | waarde          |
        | uitkering | pw              |
        | stand     | met_toestemming |
      En de oordelen
        | oordeel             | waarde | door          | reden             |
        | cooperatie_laat_toe | ja     | de coöperatie | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "deelname"

    Scenario: Wie in een andere gemeente woont wordt doorgezonden (W28)
      Gegeven de gegevens
        | gegeven           | waarde      |
        | deelname          | individueel |
        | uitkering         | pw          |
        | woont_in_gemeente | nee         |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | leert stap voor stap bij |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "doorzenden"

  Regel: Geschiktheid en levensvatbaarheid worden niet getoetst

    Achtergrond:
      Gegeven de overeenkomst "amsterdam/meer-ondernemen"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde      |
        | deelname          | individueel |
        | uitkering         | pw          |
        | woont_in_gemeente | ja          |
        | in_schuldsanering | nee         |

    Scenario: Er wordt geen oordeel over geschiktheid en geen plan gevraagd
      Gegeven de gegevens
        | gegeven            | waarde |
        | verwachte_uren     | 400    |
        | geheel_zelfstandig | nee    |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | leert stap voor stap bij |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En ontbreekt er niets
      En valt de regel "niet_geschikt" af

    Abstract Scenario: Rond de urengrens, en wie geheel zelfstandig is
      Gegeven de gegevens
        | gegeven            | waarde        |
        | verwachte_uren     | <uren>        |
        | geheel_zelfstandig | <zelfstandig> |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | leert stap voor stap bij |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verwijzing" gelijk aan "<verwijzing>"

      Voorbeelden:
        | uren | zelfstandig | uitkomst   | verwijzing      |
        | 1223 | nee         | toegewezen | geen_verwijzing |
        | 1224 | nee         | toegewezen | geen_verwijzing |
        | 1225 | nee         | verwijzen  | naar_bbz        |
        | 1224 | ja          | verwijzen  | naar_bbz        |

  Regel: Uitstroom uit de uitkering is geen voorwaarde

    Scenario: Zonder einddatum is geen verlenging nodig en wordt niet naar uitstroom gevraagd
      Gegeven de overeenkomst "amsterdam/meer-ondernemen"
      En de peildatum is 2026-10-15
      En de gegevens
        | gegeven                             | waarde              |
        | toestemming_liep_tot_en_met         | niet van toepassing |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "niet_nodig"
      En ontbreekt er niets

  Regel: Wie alleen meedoet verrekent de inkomsten per maand

    Achtergrond:
      Gegeven de overeenkomst "amsterdam/meer-ondernemen"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | deelname            | individueel         |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | stand               | met_toestemming     |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |

    Abstract Scenario: De eerste maand, rond het maximum van de vrijlating (W3 en W4)
      Gegeven de gegevens
        | gegeven        | waarde   |
        | omzet          | <omzet>  |
        | opdrachtkosten | <kosten> |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "inkomsten" gelijk aan "<inkomsten>"
      En is "vrijlating" gelijk aan "<vrij>"
      En rust dat op de aanname over "kosten_aftrek"

      Voorbeelden:
        | omzet      | kosten   | inkomsten  | vrij     | bijstand |
        | € 900,00   | € 0,00   | € 900,00   | € 225,00 | € 744,46 |
        | € 1.000,00 | € 100,00 | € 900,00   | € 225,00 | € 744,46 |
        | € 1.139,96 | € 0,00   | € 1.139,96 | € 284,99 | € 564,49 |
        | € 1.140,00 | € 0,00   | € 1.140,00 | € 285,00 | € 564,46 |
        | € 1.140,04 | € 0,00   | € 1.140,04 | € 285,00 | € 564,42 |
        | € 1.300,00 | € 0,00   | € 1.300,00 | € 285,00 | € 404,46 |

    Scenario: Meer inkomen dan de norm geeft deze maand geen recht (W5)
      Gegeven de gegevens
        | gegeven        | waarde     |
        | omzet          | € 1.750,00 |
        | opdrachtkosten | € 0,00     |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"
      En is "recht" gelijk aan "geen_recht"

    Scenario: Alleen met de vrijlating onder de norm is een vraag die het college nog moet beantwoorden (W5)
      Gegeven de gegevens
        | gegeven        | waarde     |
        | omzet          | € 1.600,00 |
        | opdrachtkosten | € 0,00     |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "vrijlating_telt_voor_recht"

    Scenario: Een verlies gaat niet af van andere maanden (W8)
      Gegeven de gegevens
        | gegeven        | waarde   |
        | omzet          | € 150,00 |
        | opdrachtkosten | € 410,00 |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 1.419,46"
      En is "inkomsten" gelijk aan "€ 0,00"
      En rust dat op de aanname over "verlies"

    Scenario: Wie alleen meedoet heeft geen bijdrage aan een coöperatie
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Hoe inkomsten in een coöperatie worden verrekend is open

    Achtergrond:
      Gegeven de overeenkomst "amsterdam/meer-ondernemen"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | deelname            | cooperatief         |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | omzet               | € 900,00            |
        | opdrachtkosten      | € 0,00              |
        | opname              | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |

    Scenario: De verrekening van een lid wacht op een afspraak
      Gegeven de gegevens
        | gegeven | waarde |
        | stand   | lid    |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "verrekenwijze"

    Scenario: Wie nog geen lid is verrekent per maand
      Gegeven de gegevens
        | gegeven | waarde          |
        | stand   | met_toestemming |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 744,46"

    Scenario: De bijdrage aan de coöperatie is niet bekend
      Gegeven de gegevens
        | gegeven        | waarde   |
        | stand          | lid      |
        | opdrachtkosten | € 100,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "bijdragepercentage"

    Scenario: Zonder afspraak over een spaarpot is er geen regel voor bestedingen
      Gegeven de peildatum is 2026-11-10
      En de gegevens
        | gegeven          | waarde        |
        | bestedingsdoel   | bedrijfsgroei |
        | bestedingsbedrag | € 100,00      |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "verrekenwijze"
