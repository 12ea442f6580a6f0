# language: nl
Functionaliteit: Afspraken tussen de gemeente Zaanstad en Saens Tois
  De coöperatie stuurt de rekeningen en houdt het geld vast voor de ondernemer. Ook mensen met een uitkering van UWV
  doen mee: over hun uitkering beslist UWV en niet het college.
  Alle personen zijn verzonnen.

  Regel: Deelname staat open bij elke uitkering

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde     |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |
        | verwachte_uren    | 600        |

    Abstract Scenario: Met en zonder uitkering
      Gegeven de gegevens
        | gegeven   | waarde      |
        | uitkering | <uitkering> |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | <past> | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "aangewezen_voorziening" gelijk aan "<aangewezen>"
      En is "ander_traject_vervalt" gelijk aan "<vervalt>"
      En is "gevolg_startmiddelen" gelijk aan "geen_gevolg"
      En is het rechtskarakter "beschikking"

      Voorbeelden:
        | uitkering      | past | uitkomst   | aangewezen          | vervalt             |
        | pw             | ja   | toegewezen | ja                  | ja                  |
        | pw             | nee  | afgewezen  | nee                 | niet van toepassing |
        | ioaw           | ja   | toegewezen | niet van toepassing | niet van toepassing |
        | geen_uitkering | ja   | afgewezen  | niet van toepassing | niet van toepassing |

    Abstract Scenario: Wie meer uren verwacht dan de grens hoort bij het Bbz
      Gegeven de gegevens
        | gegeven        | waarde     |
        | uitkering      | pw         |
        | geboortedatum  | 1984-03-02 |
        | verwachte_uren | <uren>     |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verwijzing" gelijk aan "<verwijzing>"

      Voorbeelden:
        | uren | uitkomst   | verwijzing      |
        | 1223 | toegewezen | geen_verwijzing |
        | 1224 | toegewezen | geen_verwijzing |
        | 1225 | verwijzen  | naar_bbz        |

    Scenario: Wie in een andere gemeente woont wordt doorgezonden (W28)
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | nee        |
        | geboortedatum     | 1984-03-02 |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "doorzenden"

  Regel: Over een uitkering van UWV beslist UWV (W16)

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde     |
        | uitkering         | uwv        |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | in_schuldsanering | nee        |

    Abstract Scenario: Het college ondersteunt alleen als dat met UWV is afgesproken
      Gegeven de gegevens
        | gegeven          | waarde     |
        | afspraak_met_uwv | <afspraak> |
        | verwachte_uren   | <uren>     |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | <past> | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verwijzing" gelijk aan "<verwijzing>"
      En is "aangewezen_voorziening" gelijk aan "niet van toepassing"
      En is "ander_traject_vervalt" gelijk aan "niet van toepassing"

      Voorbeelden:
        | afspraak | past | uren | uitkomst   | verwijzing      |
        | ja       | ja   | 600  | toegewezen | naar_uwv        |
        | ja       | nee  | 600  | afgewezen  | geen_verwijzing |
        | nee      | ja   | 600  | verwijzen  | naar_uwv        |
        | nee      | nee  | 600  | verwijzen  | naar_uwv        |
        | nee      | ja   | 1225 | verwijzen  | naar_bbz        |

    Scenario: Zonder afspraak rust het besluit op de wet
      Gegeven de gegevens
        | gegeven          | waarde |
        | afspraak_met_uwv | nee    |
        | verwachte_uren   | 600    |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan beslist de regel "zonder_afspraak_met_uwv"
      En berust dat op "Participatiewet artikel 7 lid 3 onderdeel c"

    Scenario: Of er een afspraak met UWV is, is niet bekend
      Gegeven de gegevens
        | gegeven        | waarde |
        | verwachte_uren | 600    |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "afspraak_met_uwv"

    Abstract Scenario: Verrekenen, ontheffen en een premie geven zijn niet van toepassing
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven  | waarde        |
        | leefvorm | alleenstaande |
      Als het besluit "<besluit>" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

      Voorbeelden:
        | besluit     |
        | verrekening |
        | ontheffing  |
        | premie      |

    Scenario: De coöperatie kan iemand met een uitkering van UWV een plaats geven
      Gegeven de gegevens
        | gegeven | waarde    |
        | stand   | aangemeld |
      En de oordelen
        | oordeel             | waarde | door       | reden             |
        | cooperatie_laat_toe | ja     | Saens Tois | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "als_lid"
      En is het rechtskarakter "privaatrechtelijk"

  Regel: Wie bijstand heeft krijgt pas een plaats na toestemming

    Abstract Scenario: Eerst toestemming, dan een plaats
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de peildatum is 2026-10-21
      En de gegevens
        | gegeven   | waarde  |
        | uitkering | pw      |
        | stand     | <stand> |
      En de oordelen
        | oordeel             | waarde     | door       | reden             |
        | cooperatie_laat_toe | <laat toe> | Saens Tois | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "factuur_van" gelijk aan "cooperatie_factureert"

      Voorbeelden:
        | stand           | laat toe | uitkomst             |
        | aangemeld       | ja       | wacht_op_toestemming |
        | met_toestemming | ja       | als_lid              |
        | met_toestemming | nee      | geweigerd            |

  Regel: De coöperatie houdt het geld vast en betaalt het niet uit

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | stand               | lid                 |
        | omzet               | € 800,00            |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |

    Scenario: Een factuur telt mee in de maand waarin het werk is gedaan, ook als de klant later betaalt
      Gegeven de gegevens
        | gegeven     | waarde     |
        | verricht_op | 2026-10-30 |
        | betaald_op  | 2026-11-12 |
      Als het besluit "factuurmaand" wordt voorgesteld
      Dan is de uitkomst "2026-10-30"
      En rust dat op de aanname over "toerekening"

    Abstract Scenario: Alleen wat toch privé is gebruikt telt mee
      Gegeven de gegevens
        | gegeven   | waarde   |
        | uitkering | pw       |
        | opname    | <opname> |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | opname   | bijstand   |
        | € 0,00   | € 1.419,46 |
        | € 0,01   | € 1.419,45 |
        | € 250,00 | € 1.231,96 |

    Abstract Scenario: Wie deze maand 27 wordt heeft vrijlating, wie dat net niet wordt niet
      Gegeven de gegevens
        | gegeven       | waarde    |
        | uitkering     | pw        |
        | geboortedatum | <geboren> |
        | opname        | € 250,00  |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | geboren    | bijstand   |
        | 1999-10-01 | € 1.231,96 |
        | 1999-10-31 | € 1.231,96 |
        | 1999-11-01 | € 1.169,46 |

    Scenario: Alleen met de vrijlating onder de norm is een vraag die het college nog moet beantwoorden (W5)
      Gegeven de gegevens
        | gegeven   | waarde     |
        | uitkering | pw         |
        | opname    | € 1.600,00 |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "vrijlating_telt_voor_recht"

    Abstract Scenario: Wie toestemming heeft maar nog geen lid is verrekent per maand en een verlies vervalt (W8)
      Gegeven de gegevens
        | gegeven        | waarde          |
        | uitkering      | pw              |
        | stand          | met_toestemming |
        | omzet          | <omzet>         |
        | opdrachtkosten | <kosten>        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "inkomsten" gelijk aan "<inkomsten>"
      En rust dat op de aanname over "verlies"

      Voorbeelden:
        | omzet    | kosten   | inkomsten | bijstand   |
        | € 150,00 | € 410,00 | € 0,00    | € 1.419,46 |
        | € 150,00 | € 150,00 | € 0,00    | € 1.419,46 |
        | € 200,00 | € 100,00 | € 100,00  | € 1.344,46 |

    Abstract Scenario: De bijdrage is niet bekend, bij geen enkele uitkering
      Gegeven de gegevens
        | gegeven              | waarde      |
        | uitkering            | <uitkering> |
        | opdrachtkosten       | € 120,00    |
        | opname               | € 0,00      |
        | spaarpot_begin       | € 0,00      |
        | besteed_uit_spaarpot | € 0,00      |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "bijdragepercentage"
      En is "netto_omzet" gelijk aan "€ 680,00"
      En is "resultaat" gelijk aan "€ 680,00"

      Voorbeelden:
        | uitkering |
        | pw        |
        | uwv       |

    Abstract Scenario: Een bijdrage, hier verzonnen, geldt bij elke uitkering
      Stel deze afspraken gelden
        | afspraak               | waarde              |
        | bijdragegrondslag      | van_netto_omzet     |
        | bijdragepercentage     | 10%                 |
        | reserveringspercentage | niet van toepassing |
      Gegeven de gegevens
        | gegeven              | waarde      |
        | uitkering            | <uitkering> |
        | opdrachtkosten       | € 120,00    |
        | opname               | € 0,00      |
        | spaarpot_begin       | € 0,00      |
        | besteed_uit_spaarpot | € 0,00      |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 68,00"
      En is "spaarpot_eind" gelijk aan "€ 612,00"

      Voorbeelden:
        | uitkering |
        | pw        |
        | uwv       |

    Scenario: Er is geen proefperiode, dus wie als proeflid is ingeschreven draagt niet bij
      Gegeven de gegevens
        | gegeven        | waarde   |
        | uitkering      | pw       |
        | stand          | op_proef |
        | opdrachtkosten | € 120,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"

    Scenario: Van een betaling aan de gemeente is geen sprake
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Het geld is voor investeringen en trainingen

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de peildatum is 2026-11-10
      En de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 680,00      |
        | sinds_overzicht_besteed | € 80,00       |

    Abstract Scenario: Doel en bedrag van een besteding
      Gegeven de gegevens
        | gegeven          | waarde   |
        | bestedingsdoel   | <doel>   |
        | bestedingsbedrag | <bedrag> |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | doel                      | bedrag   | uitkomst        |
        | bedrijfsgroei             | € 599,99 | toegestaan      |
        | bedrijfsgroei             | € 600,00 | toegestaan      |
        | bedrijfsgroei             | € 600,01 | niet_toegestaan |
        | persoonlijke_ontwikkeling | € 600,00 | toegestaan      |
        | prive_gebruik             | € 0,01   | niet_toegestaan |

    Scenario: Wat er bij vertrek met het saldo gebeurt is niet geregeld (W25)
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "saldo_bij_uitstroom"

  Regel: De weg van Ilse, die lampenkappen maakt

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de gegevens
        | gegeven           | waarde        |
        | uitkering         | pw            |
        | leefvorm          | alleenstaande |
        | kostendelers      | 1             |
        | geboortedatum     | 1969-11-30    |
        | woont_in_gemeente | ja            |

    Scenario: Ilse krijgt toestemming
      Gegeven de peildatum is 2026-09-01
      En de gegevens
        | gegeven           | waarde    |
        | stand             | aangemeld |
        | in_schuldsanering | nee       |
        | verwachte_uren    | 500       |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | zij kan veel met haar handen |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "ander_traject_vervalt" gelijk aan "ja"
      En ontbreekt er niets

    Scenario: Saens Tois neemt Ilse op en stuurt voortaan haar rekeningen
      Gegeven de peildatum is 2026-09-08
      En de gegevens
        | gegeven      | waarde          |
        | stand        | met_toestemming |
        | aantal_leden | 9               |
      En de oordelen
        | oordeel             | waarde | door       | reden             |
        | cooperatie_laat_toe | ja     | Saens Tois | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "als_lid"
      En is "factuur_van" gelijk aan "cooperatie_factureert"

    Scenario: Wat de coöperatie voor Ilse reserveert verlaagt haar bijstand niet
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven             | waarde              |
        | stand               | lid                 |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | omzet               | € 420,00            |
        | opname              | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                 |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | eerste vaste afnemers |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 1.419,46"
      En is "inkomsten" gelijk aan "€ 0,00"

    Scenario: Een training voor Ilse kan uit de spaarpot
      Gegeven de peildatum is 2026-11-20
      En de gegevens
        | gegeven                 | waarde                    |
        | stand                   | lid                       |
        | spaarpot_nu             | € 420,00                  |
        | sinds_overzicht_besteed | € 0,00                    |
        | bestedingsdoel          | persoonlijke_ontwikkeling |
        | bestedingsbedrag        | € 150,00                  |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "toegestaan"

    Scenario: Zolang Ilse wil blijven is geen verlenging nodig en niemand vraagt naar uitstroom
      Gegeven de peildatum is 2027-09-01
      En de gegevens
        | gegeven                             | waarde              |
        | stand                               | lid                 |
        | toestemming_liep_tot_en_met         | niet van toepassing |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "niet_nodig"
      En ontbreekt er niets

    Scenario: Ilse stopt omdat zij verhuist
      Gegeven de peildatum is 2026-12-15
      En de gegevens
        | gegeven         | waarde     |
        | stand           | lid        |
        | reden_uitstroom | verhuizing |
        | gestopt_op      | 2026-12-31 |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "voorziening_eindigt_met_verwijzing"
      En is "voorziening_tot_en_met" gelijk aan "2026-12-31"
      En is "plichten_herleven_vanaf" gelijk aan "2027-01-01"

  Regel: De weg van Bas, die een uitkering van UWV heeft

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de gegevens
        | gegeven           | waarde        |
        | uitkering         | uwv           |
        | leefvorm          | alleenstaande |
        | geboortedatum     | 1980-04-04    |
        | woont_in_gemeente | ja            |
        | afspraak_met_uwv  | ja            |

    Scenario: De gemeente ondersteunt Bas en voor zijn uitkering moet hij bij UWV zijn
      Gegeven de peildatum is 2026-09-01
      En de gegevens
        | gegeven           | waarde    |
        | stand             | aangemeld |
        | in_schuldsanering | nee       |
        | verwachte_uren    | 400       |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "verwijzing" gelijk aan "naar_uwv"
      En is "ander_traject_vervalt" gelijk aan "niet van toepassing"

    Scenario: De gemeente verrekent niets met de uitkering van Bas
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven | waarde   |
        | stand   | lid      |
        | omzet   | € 300,00 |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

    Scenario: Ook voor Bas houdt de coöperatie het geld vast
      Gegeven de peildatum is 2026-11-20
      En de gegevens
        | gegeven                 | waarde        |
        | stand                   | lid           |
        | spaarpot_nu             | € 300,00      |
        | sinds_overzicht_besteed | € 0,00        |
        | bestedingsdoel          | prive_gebruik |
        | bestedingsbedrag        | € 50,00       |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "niet_toegestaan"

    Scenario: Stopt Bas, dan herleven er geen plichten bij de gemeente
      Gegeven de peildatum is 2026-12-15
      En de gegevens
        | gegeven         | waarde     |
        | stand           | lid        |
        | reden_uitstroom | eigen_wens |
        | gestopt_op      | 2026-12-31 |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "voorziening_eindigt"
      En is "plichten_herleven_vanaf" gelijk aan "niet van toepassing"
