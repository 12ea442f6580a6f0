# language: nl
Functionaliteit: Wat geen overeenkomst kan veranderen: de grenzen van de wet in een besluit
  Elk scenario heet naar zijn grens in docs/beleid/grenzen.md en noemt het artikel waarop de uitkomst rust.
  De overeenkomst van Delft is hier alleen het voertuig. Alle personen zijn verzonnen.

  Regel: Over een maand: vrijlating, leeftijd en de norm min het inkomen

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | stand               | lid                 |
        | omzet               | € 800,00            |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |

    Abstract Scenario: L3 en L4 - hoeveel, hoe lang en voor wie
      Gegeven de gegevens
        | gegeven            | waarde     |
        | geboortedatum      | <geboren>  |
        | opname             | € 1.200,00 |
        | maanden_n_gebruikt | <gebruikt> |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlating" gelijk aan "<vrijlating>"
      En is de uitkomst "<bijstand>"
      En berust dat op "<artikel>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | geboren    | gebruikt | vrijlating | bijstand | artikel                                      | regel                        |
        | 1984-03-02 | 5        | € 285,00   | € 504,46 | Participatiewet artikel 31 lid 2 onderdeel n | bedrag_n                     |
        | 1984-03-02 | 6        | € 0,00     | € 219,46 | Participatiewet artikel 31 lid 1             | zonder_grond_geen_vrijlating |
        | 1999-11-01 | 0        | € 0,00     | € 219,46 | Participatiewet artikel 31 lid 5             | te_jong                      |

    Abstract Scenario: L9 en L10 - wat het lid zelf in handen krijgt gaat van de norm af
      Gegeven de gegevens
        | gegeven            | waarde     |
        | geboortedatum      | 1984-03-02 |
        | opname             | <opname>   |
        | maanden_n_gebruikt | 6          |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "in_aanmerking" gelijk aan "<opname>"
      En is de uitkomst "<bijstand>"
      En berust dat op "Participatiewet artikel 19 lid 2"
      En berust dat op "Participatiewet artikel 31 lid 1"

      Voorbeelden:
        | opname     | bijstand   |
        | € 0,00     | € 1.419,46 |
        | € 1.419,45 | € 0,01     |
        | € 1.419,46 | € 0,00     |

  Regel: Over een premie, een eerdere maand, de plichten, de opschorting en het aantal uren

    Abstract Scenario: L5 - twee premies en een maximum
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven            | waarde        |
        | uitkering          | pw            |
        | leefvorm           | alleenstaande |
        | geboortedatum      | 1984-03-02    |
        | loonkostensubsidie | nee           |
        | premiebedrag       | € 3.400,00    |
        | premies_dit_jaar   | <aantal>      |
        | premiesom_dit_jaar | € 0,00        |
      En de oordelen
        | oordeel           | waarde | door         | reden                |
        | premie_draagt_bij | ja     | klantmanager | afgerond leertraject |
      Als het besluit "premie" wordt voorgesteld
      Dan is de uitkomst "<vrij>"
      En berust dat op "Participatiewet artikel 31 lid 2 onderdeel j"

      Voorbeelden:
        | aantal | vrij       |
        | 1      | € 3.398,00 |
        | 2      | € 0,00     |

    Abstract Scenario: L7 - verrekenen tot en met zes maanden terug
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-04
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                | waarde              |
        | uitkering              | pw                  |
        | leefvorm               | alleenstaande       |
        | kostendelers           | 1                   |
        | geboortedatum          | 1984-03-02          |
        | stand                  | lid                 |
        | omzet                  | € 0,00              |
        | opname                 | € 0,00              |
        | ander_inkomen          | € 0,00              |
        | loon                   | € 400,00            |
        | medisch_urenbeperkt    | nee                 |
        | loonkostensubsidie     | nee                 |
        | maanden_n_gebruikt     | 6                   |
        | eerste_maand_r         | niet van toepassing |
        | eerder_vastgesteld     | € 1.101,50          |
        | verschil_door_middelen | ja                  |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "herziening" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En berust dat op "<artikel>"

      Voorbeelden:
        | besluitdatum | uitkomst                   | artikel                          |
        | 2026-10-31   | verrekening_volgende_maand | Participatiewet artikel 58 lid 4 |
        | 2026-11-01   | terugvordering             | Participatiewet artikel 58       |

    Scenario: L1 en L2 - ontheffing gevraagd van alle plichten
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | alle_plichten |
        | einddatum_ontheffing | 2026-12-31    |
        | arbeidsongeschikt    | nee           |
      En de oordelen
        | oordeel           | waarde | door         | reden                                     |
        | dringende_redenen | ja     | klantmanager | opbouw van de onderneming na een burn-out |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst "verleend"
      En is "ontheffing_tot_en_met" gelijk aan "2026-12-31"
      En is "ontheffing_b" gelijk aan "niet_mogelijk"
      En is "ontheffing_overige_plichten" gelijk aan "niet_mogelijk"
      En berust dat op "Participatiewet artikel 9 lid 2"
      En berust dat op "Participatiewet artikel 17"

    Scenario: L2 - wie niet om alle plichten vraagt hoort niets over de andere
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | alleen_a      |
        | einddatum_ontheffing | 2026-12-31    |
        | arbeidsongeschikt    | nee           |
      En de oordelen
        | oordeel           | waarde | door         | reden                                     |
        | dringende_redenen | ja     | klantmanager | opbouw van de onderneming na een burn-out |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is "ontheffing_overige_plichten" gelijk aan "niet_gevraagd"

    Abstract Scenario: L2 - ook deze tekst is na 2026 niet gezien
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | alle_plichten |
        | einddatum_ontheffing | 2027-04-30    |
        | arbeidsongeschikt    | nee           |
      En de oordelen
        | oordeel           | waarde | door         | reden                                     |
        | dringende_redenen | ja     | klantmanager | opbouw van de onderneming na een burn-out |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is "ontheffing_overige_plichten" gelijk aan "<uitkomst>"

      Voorbeelden:
        | besluitdatum | uitkomst      |
        | 2026-12-31   | niet_mogelijk |
        | 2027-01-01   | onbekend      |

    Abstract Scenario: L15 - meer uren is iets voor het Bbz
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de gegevens
        | gegeven                   | waarde     |
        | uitkering                 | pw         |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | verwezen_door             | werkse     |
        | ondernemingsplan_aanwezig | ja         |
        | in_schuldsanering         | nee        |
        | verwachte_uren            | <uren>     |
        | startdatum_proef          | 2026-11-01 |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En berust dat op "<artikel>"

      Voorbeelden:
        | uren | uitkomst            | artikel                                                            |
        | 1224 | toegewezen_op_proef | Participatiewet artikel 7 lid 1 onderdeel a                        |
        | 1225 | verwijzen           | Besluit bijstandverlening zelfstandigen 2004 artikel 1 onderdeel b |

    Abstract Scenario: L17 - opschorten duurt hoogstens acht weken
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                    | waarde     |
        | uitkering                  | pw         |
        | maandgegevens_ontvangen    | nee        |
        | herstel_verzuim_tot_en_met | 2026-12-10 |
      En de oordelen
        | oordeel              | waarde | door         | reden                 |
        | verzuim_te_verwijten | ja     | klantmanager | twee keer om gevraagd |
      Als het besluit "opschorting" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "opschorting_tot_en_met" gelijk aan "<tot en met>"
      En berust dat op "Participatiewet artikel 54 lid 1"

      Voorbeelden:
        | besluitdatum | uitkomst        | tot en met          |
        | 2026-11-25   | opgeschort      | 2026-11-25          |
        | 2026-11-26   | niet_opgeschort | niet van toepassing |
