# language: nl
Functionaliteit: Afspraken tussen de gemeente Amersfoort en De Blauwe Paraplu
  Toestemming van het college, een plaats zolang er plaats is, dertig procent van de netto omzet voor de coöperatie
  en de rest in de spaarpot.
  Alle personen zijn verzonnen.

  Regel: Het college geeft eerst toestemming en vraagt geen ondernemingsplan en geen toets

    Achtergrond:
      Gegeven de overeenkomst "amersfoort/blauwe-paraplu"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20

    Scenario: Iemand met bijstand krijgt toestemming
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | 600        |
      En de oordelen
        | oordeel              | waarde | door         | reden                                      |
        | toestemming_gemeente | ja     | klantmanager | een voltijds bedrijf is nu een stap te ver |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is de status "uitkomst_bekend"
      En beslist de regel "past_bij_inschakeling"
      En is "aangewezen_voorziening" gelijk aan "ja"
      En is "ander_traject_vervalt" gelijk aan "ja"
      En is "proefperiode_tot_en_met" gelijk aan "niet van toepassing"
      En is "deelname_tot_en_met" gelijk aan "niet van toepassing"
      En is "verwijzing" gelijk aan "geen_verwijzing"
      En is "gevolg_startmiddelen" gelijk aan "onbekend"
      En ontbreekt "startmiddelen"
      En rust dat op de aanname over "wie_mag_deelnemen"
      En is het rechtskarakter "beschikking"

    Scenario: Zonder oordeel van de klantmanager is er geen besluit
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | 600        |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "toestemming_gemeente"

    Scenario: Deelname past niet bij de arbeidsinschakeling
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | 600        |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | nee    | klantmanager | er ligt een aanbod voor werk |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "afgewezen"
      En beslist de regel "past_niet_bij_inschakeling"
      En is "aangewezen_voorziening" gelijk aan "nee"
      En is het rechtskarakter "beschikking"

    Abstract Scenario: Wat er volgt als geld uit het investeringsfonds een gift of een lening is
      Stel de afspraak "startmiddelen" is "<vorm>"
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | 600        |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "gevolg_startmiddelen" gelijk aan "<gevolg>"
      En ontbreekt er niets

      Voorbeelden:
        | vorm       | gevolg              |
        | als_gift   | gift_beoordelen     |
        | als_lening | lening_terugbetalen |

    Abstract Scenario: Ook zonder bijstand staat deelname open
      Gegeven de gegevens
        | gegeven           | waarde      |
        | uitkering         | <uitkering> |
        | woont_in_gemeente | ja          |
        | geboortedatum     | 1984-03-02  |
        | in_schuldsanering | nee         |
        | verwachte_uren    | 600         |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "aangewezen_voorziening" gelijk aan "<aangewezen>"

      Voorbeelden:
        | uitkering      | aangewezen          |
        | pw             | ja                  |
        | ioaw           | niet van toepassing |
        | geen_uitkering | niet van toepassing |

    Scenario: Wie in Leusden woont wordt doorgezonden en niet afgewezen (W28)
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | nee        |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | 600        |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "doorzenden"
      En beslist de regel "andere_gemeente"
      En is "verwijzing" gelijk aan "naar_andere_gemeente"
      En berust dat op "Algemene wet bestuursrecht artikel 2:3"
      En is het rechtskarakter "mededeling"

    Abstract Scenario: Rond de urengrens
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | <uren>     |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verwijzing" gelijk aan "<verwijzing>"

      Voorbeelden:
        | uren | uitkomst   | verwijzing      |
        | 1223 | toegewezen | geen_verwijzing |
        | 1224 | toegewezen | geen_verwijzing |
        | 1225 | verwijzen  | naar_bbz        |

  Regel: De coöperatie heeft ten hoogste twintig leden en wie te veel is gaat naar een andere coöperatie of wacht (W19)

    Achtergrond:
      Gegeven de overeenkomst "amersfoort/blauwe-paraplu"
      En de peildatum is 2026-10-21
      En de besluitdatum is 2026-10-21

    Abstract Scenario: Rond het ledenmaximum
      Gegeven de gegevens
        | gegeven                        | waarde          |
        | uitkering                      | pw              |
        | stand                          | met_toestemming |
        | aantal_leden                   | <leden>         |
        | wachtenden_voor_deze           | <wachtenden>    |
        | andere_cooperatie_heeft_plaats | <andere>        |
      En de oordelen
        | oordeel             | waarde | door              | reden             |
        | cooperatie_laat_toe | ja     | De Blauwe Paraplu | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "wachtlijstplaats" gelijk aan "<plaats>"
      En is "factuur_van" gelijk aan "cooperatie_factureert"
      En is "proeflid_tot_en_met" gelijk aan "niet van toepassing"
      En is het rechtskarakter "privaatrechtelijk"
      En rust dat op de aanname over "ledenmaximum"
      En bevat de brief niet "U kunt bezwaar maken"

      Voorbeelden:
        | leden | wachtenden | andere | uitkomst               | plaats              |
        | 19    | 0          | nee    | als_lid                | niet van toepassing |
        | 19    | 1          | ja     | op_de_wachtlijst       | 2                   |
        | 20    | 0          | nee    | op_de_wachtlijst       | 1                   |
        | 20    | 3          | nee    | op_de_wachtlijst       | 4                   |
        | 20    | 0          | ja     | naar_andere_cooperatie | niet van toepassing |
        | 21    | 0          | nee    | op_de_wachtlijst       | 1                   |

    Scenario: Onder het maximum hoeft niemand naar een andere coöperatie te kijken
      Gegeven de gegevens
        | gegeven              | waarde          |
        | uitkering            | pw              |
        | stand                | met_toestemming |
        | aantal_leden         | 19              |
        | wachtenden_voor_deze | 0               |
      En de oordelen
        | oordeel             | waarde | door              | reden             |
        | cooperatie_laat_toe | ja     | De Blauwe Paraplu | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "als_lid"
      En ontbreekt er niets

    Abstract Scenario: Een volle coöperatie houdt de toestemming van het college niet tegen
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | 600        |
        | aantal_leden      | <leden>    |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"

      Voorbeelden:
        | leden |
        | 19    |
        | 20    |

    Abstract Scenario: Zonder toestemming geen plaats, en de coöperatie kan zelf weigeren
      Gegeven de gegevens
        | gegeven              | waarde      |
        | uitkering            | <uitkering> |
        | stand                | <stand>     |
        | aantal_leden         | 6           |
        | wachtenden_voor_deze | 0           |
      En de oordelen
        | oordeel             | waarde     | door              | reden             |
        | cooperatie_laat_toe | <laat toe> | De Blauwe Paraplu | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | uitkering      | stand           | laat toe | uitkomst             |
        | pw             | aangemeld       | ja       | wacht_op_toestemming |
        | ioaw           | aangemeld       | ja       | wacht_op_toestemming |
        | pw             | met_toestemming | ja       | als_lid              |
        | pw             | met_toestemming | nee      | geweigerd            |
        | geen_uitkering | aangemeld       | ja       | als_lid              |

  Regel: Bij veel belangstelling komt er een tweede coöperatie

    Abstract Scenario: Leden en wachtenden samen, rond vijftien en twintig
      Gegeven de overeenkomst "amersfoort/blauwe-paraplu"
      En de peildatum is 2026-10-21
      En de gegevens
        | gegeven           | waarde       |
        | aantal_leden      | <leden>      |
        | aantal_wachtenden | <wachtenden> |
      Als het besluit "tweede_cooperatie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "belangstelling" gelijk aan "<samen>"
      En is het rechtskarakter "privaatrechtelijk"
      En bevat de brief "<brief>"
      En bevat de brief "Dat aantal is nu <samen>"
      En bevat de brief "Dit is geen besluit van de gemeente"
      Maar bevat de brief niet "U kunt bezwaar maken"

      Voorbeelden:
        | leden | wachtenden | samen | uitkomst      | brief                                                             |
        | 6     | 0          | 6     | niet_nodig_nu | Er komt nu geen tweede coöperatie                                 |
        | 14    | 0          | 14    | niet_nodig_nu | Er komt nu geen tweede coöperatie                                 |
        | 15    | 0          | 15    | voorbereiden  | Wij bereiden een tweede coöperatie voor                           |
        | 20    | 0          | 20    | voorbereiden  | Wij bereiden een tweede coöperatie voor                           |
        | 18    | 2          | 20    | voorbereiden  | De tweede coöperatie is er nog niet                               |
        | 20    | 1          | 21    | oprichten     | Er is zoveel belangstelling dat er een tweede coöperatie nodig is |

  Regel: Dertig procent van de netto omzet gaat naar de coöperatie en de rest in de spaarpot

    Achtergrond:
      Gegeven de overeenkomst "amersfoort/blauwe-paraplu"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven              | waarde        |
        | leefvorm             | alleenstaande |
        | stand                | lid           |
        | opname               | € 0,00        |
        | besteed_uit_spaarpot | € 0,00        |
        | spaarpot_begin       | € 0,00        |

    Scenario: Een gewone maand (W1)
      Gegeven de gegevens
        | gegeven        | waarde   |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 204,00"
      En is "netto_omzet" gelijk aan "€ 680,00"
      En is "resultaat" gelijk aan "€ 680,00"
      En is "reservering" gelijk aan "niet van toepassing"
      En is "spaarpot_mutatie" gelijk aan "€ 476,00"
      En is "spaarpot_eind" gelijk aan "€ 476,00"
      En is "factuur_van" gelijk aan "cooperatie_factureert"
      En beslist de regel "over_netto_omzet"
      En rust dat op de aanname over "bijdragegrondslag"
      En is het rechtskarakter "privaatrechtelijk"
      En ontbreekt er niets

    Scenario: Wie geld privé opneemt houdt minder over in de spaarpot (W2)
      Gegeven de gegevens
        | gegeven        | waarde   |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
        | opname         | € 250,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 204,00"
      En is "spaarpot_mutatie" gelijk aan "€ 476,00"
      En is "spaarpot_eind" gelijk aan "€ 226,00"

    Abstract Scenario: De bronnen noemen winst en netto omzet, en dat scheelt zodra een investering als kosten telt
      Stel deze afspraken gelden
        | afspraak          | waarde      |
        | bijdragegrondslag | <grondslag> |
        | kosten_aftrek     | <kosten>    |
      Gegeven de gegevens
        | gegeven        | waarde   |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
        | investering    | € 200,00 |
      En de oordelen
        | oordeel                        | waarde | door         | reden                |
        | investering_vooraf_goedgekeurd | ja     | klantmanager | gereedschap is nodig |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "<bijdrage>"
      En is "resultaat" gelijk aan "<resultaat>"

      Voorbeelden:
        | grondslag       | kosten                             | resultaat | bijdrage |
        | van_netto_omzet | opdrachtkosten_af                  | € 680,00  | € 204,00 |
        | van_winst       | opdrachtkosten_af                  | € 680,00  | € 204,00 |
        | van_netto_omzet | opdrachtkosten_en_investeringen_af | € 480,00  | € 204,00 |
        | van_winst       | opdrachtkosten_en_investeringen_af | € 480,00  | € 144,00 |

    Scenario: Er is geen proefperiode, dus wie als proeflid is ingeschreven draagt niet bij
      Gegeven de gegevens
        | gegeven        | waarde   |
        | stand          | op_proef |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"

    Scenario: Een investering gaat uit de spaarpot en verlaagt de bijdrage niet
      Gegeven de gegevens
        | gegeven              | waarde   |
        | omzet                | € 800,00 |
        | opdrachtkosten       | € 120,00 |
        | besteed_uit_spaarpot | € 100,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 204,00"
      En is "spaarpot_eind" gelijk aan "€ 376,00"

    Abstract Scenario: De bijdrage wordt op centen afgerond en een halve cent gaat omhoog
      Gegeven de gegevens
        | gegeven        | waarde  |
        | omzet          | <omzet> |
        | opdrachtkosten | € 0,00  |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "<bijdrage>"
      En is "spaarpot_mutatie" gelijk aan "<mutatie>"

      Voorbeelden:
        | omzet    | bijdrage | mutatie |
        | € 0,00   | € 0,00   | € 0,00  |
        | € 0,01   | € 0,00   | € 0,01  |
        | € 0,02   | € 0,01   | € 0,01  |
        | € 100,04 | € 30,01  | € 70,03 |
        | € 100,05 | € 30,02  | € 70,03 |
        | € 100,06 | € 30,02  | € 70,04 |

    Abstract Scenario: Over een maand met verlies is geen bijdrage verschuldigd (W8)
      Gegeven de gegevens
        | gegeven        | waarde   |
        | omzet          | € 150,00 |
        | opdrachtkosten | <kosten> |
        | spaarpot_begin | € 476,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "<bijdrage>"
      En is "resultaat" gelijk aan "<resultaat>"
      En is "spaarpot_eind" gelijk aan "<saldo>"

      Voorbeelden:
        | kosten   | bijdrage | resultaat | saldo    |
        | € 149,00 | € 0,30   | € 1,00    | € 476,70 |
        | € 150,00 | € 0,00   | € 0,00    | € 476,00 |
        | € 410,00 | € 0,00   | € -260,00 | € 216,00 |

    Scenario: Ook een lid zonder uitkering draagt bij (W16)
      Gegeven de gegevens
        | gegeven        | waarde         |
        | uitkering      | geen_uitkering |
        | omzet          | € 800,00       |
        | opdrachtkosten | € 120,00       |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 204,00"

    Scenario: Een betaling aan de gemeente is in Amersfoort niet afgesproken
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Wat in de spaarpot blijft is geen inkomen en privégebruik wel

    Achtergrond:
      Gegeven de overeenkomst "amersfoort/blauwe-paraplu"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |

    Abstract Scenario: Niets, een cent en meer uit de spaarpot opgenomen (W1 en W2)
      Gegeven de gegevens
        | gegeven        | waarde   |
        | stand          | lid      |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
        | opname         | <opname> |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "vrijlating" gelijk aan "<vrij>"
      En is "in_aanmerking" gelijk aan "<telt mee>"
      En rust dat op de aanname over "opname_uit_spaarpot"

      Voorbeelden:
        | opname   | vrij    | telt mee | bijstand   |
        | € 0,00   | € 0,00  | € 0,00   | € 1.419,46 |
        | € 0,01   | € 0,00  | € 0,01   | € 1.419,45 |
        | € 250,00 | € 62,50 | € 187,50 | € 1.231,96 |

    Abstract Scenario: Wie deze maand 27 wordt heeft vrijlating over een opname, wie dat net niet wordt niet
      Gegeven de gegevens
        | gegeven        | waarde    |
        | geboortedatum  | <geboren> |
        | stand          | lid       |
        | omzet          | € 800,00  |
        | opdrachtkosten | € 120,00  |
        | opname         | € 250,00  |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | geboren    | bijstand   |
        | 1999-10-01 | € 1.231,96 |
        | 1999-10-31 | € 1.231,96 |
        | 1999-11-01 | € 1.169,46 |

    Scenario: Alleen met de vrijlating onder de norm is een vraag die het college nog moet beantwoorden (W5)
      Gegeven de gegevens
        | gegeven        | waarde     |
        | stand          | lid        |
        | omzet          | € 800,00   |
        | opdrachtkosten | € 120,00   |
        | opname         | € 1.600,00 |
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

    Scenario: Het deel vakantietoeslag bij volledige bijstand (W1)
      Gegeven de gegevens
        | gegeven | waarde   |
        | stand   | lid      |
        | omzet   | € 800,00 |
        | opname  | € 0,00   |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vakantietoeslag_in_bijstand" gelijk aan "€ 68,13"
      En is "betaling" gelijk aan "€ 1.419,46"

    Scenario: Een verlies geeft geen extra bijstand (W8)
      Gegeven de gegevens
        | gegeven        | waarde          |
        | stand          | met_toestemming |
        | omzet          | € 150,00        |
        | opdrachtkosten | € 410,00        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 1.419,46"
      En is "inkomsten" gelijk aan "€ 0,00"
      En beslist de regel "resultaat_van_de_maand"

    Scenario: De coöperatie en het lid geven een andere opname op (W28)
      Gegeven de gegevens
        | gegeven | waarde   | bron              |
        | stand   | lid      | dossier           |
        | omzet   | € 800,00 | De Blauwe Paraplu |
        | opname  | € 480,00 | De Blauwe Paraplu |
        | opname  | € 380,00 | deelnemer         |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_strijdig"

    Scenario: Zonder bijstand valt er niets te verrekenen (W16)
      Gegeven de gegevens
        | gegeven   | waarde         |
        | uitkering | geen_uitkering |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Geld uit de spaarpot is voor de onderneming en de eigen ontwikkeling

    Abstract Scenario: Doel en bedrag van een besteding
      Gegeven de overeenkomst "amersfoort/blauwe-paraplu"
      En de peildatum is 2026-11-10
      En de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 476,00      |
        | sinds_overzicht_besteed | € 0,00        |
        | bestedingsdoel          | <doel>        |
        | bestedingsbedrag        | <bedrag>      |
        | besteed_op              | 2026-11-12    |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | doel                      | bedrag   | uitkomst        |
        | bedrijfsgroei             | € 475,99 | toegestaan      |
        | bedrijfsgroei             | € 476,00 | toegestaan      |
        | bedrijfsgroei             | € 476,01 | niet_toegestaan |
        | persoonlijke_ontwikkeling | € 476,00 | toegestaan      |
        | prive_gebruik             | € 476,00 | als_inkomen     |
        | prive_gebruik             | € 476,01 | niet_toegestaan |

  Regel: Uitstroom is een doel en geen plicht, en het saldo bij vertrek is nog niet geregeld

    Achtergrond:
      Gegeven de overeenkomst "amersfoort/blauwe-paraplu"
      En de peildatum is 2026-11-10
      En de besluitdatum is 2026-11-12

    Abstract Scenario: Drie wegen uit de coöperatie
      Gegeven de gegevens
        | gegeven         | waarde     |
        | uitkering       | pw         |
        | reden_uitstroom | <reden>    |
        | gestopt_op      | 2026-11-30 |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "plichten_herleven_vanaf" gelijk aan "2026-12-01"

      Voorbeelden:
        | reden                | uitkomst                           |
        | volledig_zelfstandig | voorziening_eindigt                |
        | betaald_werk         | voorziening_eindigt                |
        | naar_het_bbz         | voorziening_eindigt_met_verwijzing |

    Scenario: Zonder afgesproken duur hoeft deelname niet te worden verlengd
      Gegeven de gegevens
        | gegeven                             | waarde              |
        | toestemming_liep_tot_en_met         | niet van toepassing |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "niet_nodig"

    Scenario: Ook als Amersfoort een duur zou afspreken vraagt een verlenging geen uitzicht op uitstroom
      Stel de afspraak "duur_deelname" is "12 maanden"
      Gegeven de gegevens
        | gegeven                             | waarde              |
        | toestemming_liep_tot_en_met         | 2026-11-30          |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      En de oordelen
        | oordeel        | waarde | door         | reden                |
        | draagt_nog_bij | ja     | klantmanager | leert nog elke maand |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "verlengd"
      En is "verlengd_tot_en_met" gelijk aan "2027-11-30"
      En ontbreekt er niets

    Scenario: Vertrek met geld in de spaarpot wacht op een afspraak (W25)
      Gegeven de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 2.955,44    |
        | sinds_overzicht_besteed | € 0,00        |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "saldo_bij_uitstroom"

    Abstract Scenario: Zonder saldo is er niets te regelen
      Gegeven de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 2.955,44    |
        | sinds_overzicht_besteed | <besteed>     |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | besteed    | uitkomst         |
        | € 2.955,44 | niets_te_doen    |
        | € 2.955,45 | tekort_bespreken |

  Regel: De weg van Loes, die meubels stoffeert

    Achtergrond:
      Gegeven de overeenkomst "amersfoort/blauwe-paraplu"
      En de gegevens
        | gegeven           | waarde        |
        | uitkering         | pw            |
        | leefvorm          | alleenstaande |
        | kostendelers      | 1             |
        | geboortedatum     | 1981-02-14    |
        | woont_in_gemeente | ja            |

    Scenario: Loes krijgt toestemming van het college
      Gegeven de peildatum is 2026-08-03
      En de gegevens
        | gegeven           | waarde    |
        | stand             | aangemeld |
        | in_schuldsanering | nee       |
        | verwachte_uren    | 600       |
      En de oordelen
        | oordeel              | waarde | door         | reden                                      |
        | toestemming_gemeente | ja     | klantmanager | een voltijds bedrijf is nu een stap te ver |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "ander_traject_vervalt" gelijk aan "ja"

    Abstract Scenario: Loes krijgt een plaats of wacht, en dat hangt van het aantal leden af
      Gegeven de peildatum is 2026-08-10
      En de gegevens
        | gegeven                        | waarde          |
        | stand                          | met_toestemming |
        | aantal_leden                   | <leden>         |
        | andere_cooperatie_heeft_plaats | nee             |
        | wachtenden_voor_deze           | 0               |
      En de oordelen
        | oordeel             | waarde | door              | reden             |
        | cooperatie_laat_toe | ja     | De Blauwe Paraplu | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "wachtlijstplaats" gelijk aan "<plaats>"

      Voorbeelden:
        | leden | uitkomst         | plaats              |
        | 19    | als_lid          | niet van toepassing |
        | 20    | op_de_wachtlijst | 1                   |

    Abstract Scenario: Loes geeft elke maand omzet en kosten op en houdt geld over in haar spaarpot
      Gegeven de maand is <maand>
      En de gegevens
        | gegeven              | waarde    |
        | stand                | lid       |
        | omzet                | <omzet>   |
        | opdrachtkosten       | <kosten>  |
        | besteed_uit_spaarpot | <besteed> |
        | opname               | <opname>  |
        | spaarpot_begin       | <begin>   |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "<bijdrage>"
      En is "spaarpot_eind" gelijk aan "<eind>"

      Voorbeelden:
        | maand   | omzet    | kosten   | besteed  | opname   | begin               | bijdrage | eind     |
        | 2026-09 | € 300,00 | € 90,00  | € 0,00   | € 0,00   | niet van toepassing | € 63,00  | € 147,00 |
        | 2026-10 | € 800,00 | € 120,00 | € 100,00 | € 0,00   | € 147,00            | € 204,00 | € 523,00 |
        | 2026-11 | € 150,00 | € 410,00 | € 0,00   | € 0,00   | € 523,00            | € 0,00   | € 263,00 |
        | 2026-12 | € 400,00 | € 0,00   | € 0,00   | € 250,00 | € 263,00            | € 120,00 | € 293,00 |

    Abstract Scenario: Alleen in december verlaagt de opname van Loes haar bijstand
      Gegeven de maand is <maand>
      En de gegevens
        | gegeven             | waarde              |
        | stand               | lid                 |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | omzet               | € 400,00            |
        | opname              | <opname>            |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | zij krijgt meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | maand   | opname   | bijstand   |
        | 2026-11 | € 0,00   | € 1.419,46 |
        | 2026-12 | € 250,00 | € 1.231,96 |

    Scenario: Loes krijgt een baan bij een stoffeerderij
      Gegeven de peildatum is 2026-12-15
      En de gegevens
        | gegeven         | waarde       |
        | stand           | lid          |
        | reden_uitstroom | betaald_werk |
        | gestopt_op      | 2026-12-31   |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "voorziening_eindigt"
      En is "voorziening_tot_en_met" gelijk aan "2026-12-31"

    Scenario: Over de 293 euro die Loes achterlaat moet nog een afspraak komen (W25)
      Gegeven de peildatum is 2027-01-04
      En de gegevens
        | gegeven                 | waarde   |
        | stand                   | lid      |
        | spaarpot_nu             | € 293,00 |
        | sinds_overzicht_besteed | € 0,00   |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "saldo_bij_uitstroom"
