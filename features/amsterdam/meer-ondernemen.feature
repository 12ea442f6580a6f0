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
        | gegeven            | waarde     |
        | woont_in_gemeente  | ja         |
        | geboortedatum      | 1984-03-02 |
        | in_schuldsanering  | nee        |
        | verwachte_uren     | 400        |
        | geheel_zelfstandig | nee        |

    Abstract Scenario: Toestemming in beide vormen en bij elke uitkering
      Gegeven de gegevens
        | gegeven          | waarde      |
        | deelname         | <vorm>      |
        | uitkering        | <uitkering> |
        | afspraak_met_uwv | <afspraak>  |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | leert stap voor stap bij |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "vorm_deelname" gelijk aan "<toestemming voor>"
      En is "ander_traject_vervalt" gelijk aan "<vervalt>"
      En is "gevolg_startmiddelen" gelijk aan "geen_gevolg"
      En is het rechtskarakter "beschikking"

      Voorbeelden:
        | vorm        | uitkering      | afspraak | uitkomst   | toestemming voor    | vervalt             |
        | cooperatief | pw             |          | toegewezen | in_een_cooperatie   | ja                  |
        | individueel | pw             |          | toegewezen | zonder_cooperatie   | ja                  |
        | cooperatief | ioaw           |          | toegewezen | in_een_cooperatie   | niet van toepassing |
        | individueel | ioaw           |          | toegewezen | zonder_cooperatie   | niet van toepassing |
        | cooperatief | uwv            | ja       | toegewezen | in_een_cooperatie   | niet van toepassing |
        | individueel | uwv            | nee      | verwijzen  | niet van toepassing | niet van toepassing |
        | individueel | geen_uitkering |          | afgewezen  | niet van toepassing | niet van toepassing |

    Scenario: Zonder te weten in welke vorm iemand meedoet is de toestemming niet compleet
      Gegeven de gegevens
        | gegeven       | waarde     |
        | uitkering     | pw         |
        | geboortedatum | 1984-03-02 |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | leert stap voor stap bij |
      Als het besluit "toelating" wordt voorgesteld
      Dan is "vorm_deelname" gelijk aan "onbekend"
      En ontbreekt "deelname"

    Abstract Scenario: De brief noemt de coöperatie alleen als iemand in een coöperatie meedoet
      Gegeven de gegevens
        | gegeven       | waarde     |
        | deelname      | <vorm>     |
        | uitkering     | pw         |
        | geboortedatum | 1984-03-02 |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | leert stap voor stap bij |
      Als het besluit "toelating" wordt voorgesteld
      Dan bevat de brief "<wel>"
      Maar bevat de brief niet "<niet>"

      Voorbeelden:
        | vorm        | wel                             | niet                            |
        | cooperatief | De coöperatie is uw voorziening | U onderneemt alleen             |
        | cooperatief | De coöperatie beslist zelf      | Ondernemen is uw voorziening    |
        | individueel | Ondernemen is uw voorziening    | De coöperatie beslist zelf      |
        | individueel | U onderneemt alleen             | De coöperatie is uw voorziening |
        | individueel | Toestemming om te ondernemen    | Toestemming voor deelname       |

    Scenario: Wie alleen meedoet krijgt geen plaats in een coöperatie
      Gegeven de gegevens
        | gegeven   | waarde          |
        | deelname  | individueel     |
        | uitkering | pw              |
        | stand     | met_toestemming |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

    Abstract Scenario: Wie in een coöperatie meedoet krijgt daar na toestemming een plaats
      Gegeven de gegevens
        | gegeven      | waarde      |
        | deelname     | cooperatief |
        | uitkering    | pw          |
        | stand        | <stand>     |
        | aantal_leden | 400         |
      En de oordelen
        | oordeel             | waarde     | door          | reden             |
        | cooperatie_laat_toe | <laat toe> | de coöperatie | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "factuur_van" gelijk aan "lid_factureert"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | stand           | laat toe | uitkomst             |
        | aangemeld       | ja       | wacht_op_toestemming |
        | met_toestemming | ja       | als_lid              |
        | met_toestemming | nee      | geweigerd            |

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
        | geboortedatum     | 1984-03-02  |
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
        | geboortedatum     | 1984-03-02  |
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

    Scenario: Ook als Amsterdam een duur zou afspreken vraagt een verlenging geen uitzicht op uitstroom
      Stel de afspraak "duur_deelname" is "12 maanden"
      Gegeven de overeenkomst "amsterdam/meer-ondernemen"
      En de peildatum is 2026-10-15
      En de gegevens
        | gegeven                             | waarde              |
        | toestemming_liep_tot_en_met         | 2026-10-31          |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      En de oordelen
        | oordeel        | waarde | door         | reden                |
        | draagt_nog_bij | ja     | klantmanager | leert nog elke maand |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "verlengd"
      En is "verlengd_tot_en_met" gelijk aan "2027-10-31"
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

    Scenario: Een factuur telt mee in de maand waarin het werk is gedaan, ook als de klant later betaalt
      Gegeven de gegevens
        | gegeven     | waarde     |
        | verricht_op | 2026-10-30 |
        | betaald_op  | 2026-11-12 |
      Als het besluit "factuurmaand" wordt voorgesteld
      Dan is de uitkomst "2026-10-30"
      En rust dat op de aanname over "toerekening"

    Scenario: Een verlies gaat niet af van andere maanden (W8)
      Gegeven de gegevens
        | gegeven        | waarde   |
        | omzet          | € 150,00 |
        | opdrachtkosten | € 410,00 |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 1.419,46"
      En is "inkomsten" gelijk aan "€ 0,00"
      En rust dat op de aanname over "verlies"

    Abstract Scenario: Wie deze maand 27 wordt heeft vrijlating, wie dat net niet wordt niet
      Gegeven de gegevens
        | gegeven        | waarde    |
        | geboortedatum  | <geboren> |
        | omzet          | € 900,00  |
        | opdrachtkosten | € 0,00    |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En rust dat op de aanname over "leeftijd_toets"

      Voorbeelden:
        | geboren    | bijstand |
        | 1999-10-01 | € 744,46 |
        | 1999-10-31 | € 744,46 |
        | 1999-11-01 | € 519,46 |

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

    Scenario: Er is geen proefperiode, dus wie als proeflid is ingeschreven draagt niet bij
      Gegeven de gegevens
        | gegeven | waarde   |
        | stand   | op_proef |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"

    Scenario: Van een betaling aan de gemeente is geen sprake
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Wat er volgt als een coöperatie in Amsterdam met een spaarpot gaat werken

    Achtergrond:
      Gegeven de overeenkomst "amsterdam/meer-ondernemen"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven                 | waarde              |
        | deelname                | cooperatief         |
        | uitkering               | pw                  |
        | leefvorm                | alleenstaande       |
        | kostendelers            | 1                   |
        | geboortedatum           | 1984-03-02          |
        | stand                   | lid                 |
        | loon                    | € 0,00              |
        | ander_inkomen           | € 0,00              |
        | omzet                   | € 900,00            |
        | opdrachtkosten          | € 100,00            |
        | opname                  | € 50,00             |
        | spaarpot_begin          | € 200,00            |
        | besteed_uit_spaarpot    | € 0,00              |
        | spaarpot_nu             | € 400,00            |
        | sinds_overzicht_besteed | € 0,00              |
        | medisch_urenbeperkt     | nee                 |
        | loonkostensubsidie      | nee                 |
        | maanden_n_gebruikt      | 0                   |
        | eerste_maand_r          | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |
      Stel deze afspraken gelden
        | afspraak      | waarde   |
        | verrekenwijze | spaarpot |

    Scenario: Dan telt alleen mee wat het lid privé opneemt
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "inkomsten" gelijk aan "€ 50,00"
      En is de uitkomst "€ 1.381,96"

    Scenario: Verdiensten van wie als proeflid is ingeschreven blijven gewoon inkomen
      Gegeven de gegevens
        | gegeven | waarde   |
        | stand   | op_proef |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "inkomsten" gelijk aan "€ 800,00"
      En is de uitkomst "€ 819,46"

    Scenario: Dan is er ook een bijdrage af te spreken, en geen deel voor de gemeente
      Stel deze afspraken gelden
        | afspraak               | waarde              |
        | verrekenwijze          | spaarpot            |
        | bijdragegrondslag      | van_netto_omzet     |
        | bijdragepercentage     | 10%                 |
        | reserveringspercentage | niet van toepassing |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 80,00"
      En is "spaarpot_mutatie" gelijk aan "€ 720,00"
      En is "spaarpot_eind" gelijk aan "€ 870,00"

    Abstract Scenario: Dan moet ook vaststaan waaraan het geld mag worden besteed
      Gegeven de gegevens
        | gegeven          | waarde   |
        | bestedingsdoel   | <doel>   |
        | bestedingsbedrag | <bedrag> |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de status "<status>"
      En is de uitkomst "<uitkomst>"

      Voorbeelden:
        | doel                      | bedrag   | status             | uitkomst        |
        | bedrijfsgroei             | € 400,00 | uitkomst_bekend    | toegestaan      |
        | bedrijfsgroei             | € 400,01 | uitkomst_bekend    | niet_toegestaan |
        | persoonlijke_ontwikkeling | € 400,00 | gegevens_ontbreken | onbekend        |
        | prive_gebruik             | € 400,00 | uitkomst_bekend    | als_inkomen     |

    Scenario: Dan moet ook vaststaan wat er bij vertrek met het saldo gebeurt (W25)
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "saldo_bij_uitstroom"

  Regel: De weg van Noor, die alleen onderneemt

    Achtergrond:
      Gegeven de overeenkomst "amsterdam/meer-ondernemen"
      En de gegevens
        | gegeven           | waarde        |
        | deelname          | individueel   |
        | uitkering         | pw            |
        | leefvorm          | alleenstaande |
        | kostendelers      | 1             |
        | geboortedatum     | 1984-03-02    |
        | woont_in_gemeente | ja            |

    Scenario: Noor krijgt in september toestemming om kaarten te ontwerpen
      Gegeven de peildatum is 2026-09-01
      En de gegevens
        | gegeven            | waarde    |
        | stand              | aangemeld |
        | in_schuldsanering  | nee       |
        | verwachte_uren     | 500       |
        | geheel_zelfstandig | nee       |
      En de oordelen
        | oordeel              | waarde | door         | reden                             |
        | toestemming_gemeente | ja     | klantmanager | zij wil ritme en eigen opdrachten |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "deelname_tot_en_met" gelijk aan "niet van toepassing"
      En is "proefperiode_tot_en_met" gelijk aan "niet van toepassing"
      En ontbreekt er niets

    Abstract Scenario: Noor geeft elke maand haar omzet en kosten op
      Gegeven de maand is <maand>
      En de gegevens
        | gegeven             | waarde              |
        | stand               | met_toestemming     |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | omzet               | <omzet>             |
        | opdrachtkosten      | <kosten>            |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | <gebruikt>          |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                   |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | eerste vaste opdrachten |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "inkomsten" gelijk aan "<inkomsten>"

      Voorbeelden:
        | maand   | omzet    | kosten   | gebruikt | inkomsten | bijstand   |
        | 2026-09 | € 0,00   | € 180,00 | 0        | € 0,00    | € 1.419,46 |
        | 2026-10 | € 300,00 | € 60,00  | 0        | € 240,00  | € 1.239,46 |
        | 2026-11 | € 480,00 | € 80,00  | 1        | € 400,00  | € 1.119,46 |

    Abstract Scenario: Noor stopt om te gaan werken of om met het Bbz verder te gaan
      Gegeven de peildatum is 2026-12-15
      En de gegevens
        | gegeven         | waarde          |
        | stand           | met_toestemming |
        | reden_uitstroom | <reden>         |
        | gestopt_op      | <gestopt>       |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "voorziening_tot_en_met" gelijk aan "<einde>"
      En is "plichten_herleven_vanaf" gelijk aan "<vanaf>"

      Voorbeelden:
        | reden        | gestopt    | uitkomst                           | einde      | vanaf      |
        | betaald_werk | 2026-12-31 | voorziening_eindigt                | 2026-12-31 | 2027-01-01 |
        | naar_het_bbz | 2026-12-01 | voorziening_eindigt_met_verwijzing | 2026-12-15 | 2026-12-16 |
