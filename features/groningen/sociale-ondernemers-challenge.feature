# language: nl
Functionaliteit: Selectie en ondersteuning in de Sociale Ondernemers Challenge in Groningen
  Van het intakegesprek tot de impactmeting. De rangorde staat hier voor een plan: hoeveel plannen hoger of even hoog
  scoren en om hoeveel geld het gaat, zijn getelde gegevens. Gewichten, schaal, plafond, reservelijst en loting zijn
  aannames.
  Alle personen en plannen zijn verzonnen.

  Regel: Na het intakegesprek is er een advies, en wie een plan wil indienen kan dat altijd

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2020-02-03

    Abstract Scenario: Een inwoner met een sociaal en ondernemend idee
      Gegeven de gegevens
        | gegeven | waarde    |
        | inwoner | <inwoner> |
      En de oordelen
        | oordeel          | waarde        | door          | reden         |
        | sociaal_idee     | <sociaal>     | programmateam | intakegesprek |
        | ondernemend_idee | <ondernemend> | programmateam | intakegesprek |
      Als het besluit "intake" wordt voorgesteld
      Dan is de uitkomst "<advies>"
      En is het rechtskarakter "mededeling"
      En bevat de brief "<brief>"
      En bevat de brief "Dit is een advies en geen besluit"
      Maar bevat de brief niet "U kunt bezwaar maken"
      En bevat de brief niet "bijstand"

      Voorbeelden:
        | inwoner | sociaal | ondernemend | advies         | brief                                                 |
        | ja      | ja      | ja          | plan_uitwerken | Wij raden u aan om uw idee uit te werken tot een plan |
        | nee     | ja      | ja          | plan_afraden   | U woont niet in de gemeente Groningen                 |
        | ja      | nee     | ja          | plan_afraden   | Het programmateam vindt uw idee niet sociaal          |
        | ja      | ja      | nee         | plan_afraden   | Het programmateam vindt uw idee niet ondernemend      |

    Scenario: Wie geen inwoner is hoeft geen oordeel over het idee af te wachten
      Gegeven de gegevens
        | gegeven | waarde |
        | inwoner | nee    |
      Als het besluit "intake" wordt voorgesteld
      Dan is de uitkomst "plan_afraden"
      En ontbreekt er niets

  Regel: Een plan telt mee als het op tijd is, aan de voorwaarden voldoet en genoeg punten heeft

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2020-03-16
      En de gegevens
        | gegeven                     | waarde              |
        | begroting                   | € 6.000,00          |
        | hoger                       | 3                   |
        | even_hoog                   | 1                   |
        | lotuitslag                  | niet van toepassing |
        | bedrag_voor_deze            | € 9.000,00          |
        | bedrag_gelijken             | € 3.000,00          |
        | start_programma             | 2020-04-01          |
        | voorschrift_of_uitzondering | ja                  |

    Abstract Scenario: Rond de laatste dag, en een plan dat niet voldoet
      Gegeven de gegevens
        | gegeven      | waarde    |
        | ontvangen_op | <dag>     |
        | inwoner      | <inwoner> |
      En de oordelen
        | oordeel           | waarde    | door          | reden              |
        | sociaal_idee      | <sociaal> | programmateam | intakegesprek      |
        | ondernemend_idee  | ja        | programmateam | intakegesprek      |
        | score_impact      | 4         | beoordelaars  | beoordelingsmatrix |
        | score_draagvlak   | 3         | beoordelaars  | beoordelingsmatrix |
        | score_ondernemend | 4         | beoordelaars  | beoordelingsmatrix |
        | score_schaalbaar  | 2         | beoordelaars  | beoordelingsmatrix |
        | score_nieuw       | 5         | beoordelaars  | beoordelingsmatrix |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is het rechtskarakter "beschikking"
      En bevat de brief "<brief>"
      En bevat de brief "U kunt bezwaar maken"
      Maar bevat de brief niet "bijstand"

      Voorbeelden:
        | dag        | inwoner | sociaal | uitkomst              | regel                   | brief                                        |
        | 2020-02-27 | ja      | ja      | verleend              | geplaatst               | U krijgt € 3.000,00 voor uw plan             |
        | 2020-02-28 | ja      | ja      | verleend              | geplaatst               | Wij hebben uw plan gekozen                   |
        | 2020-02-29 | ja      | ja      | afgewezen_te_laat     | te_laat_ingediend       | Wij hebben uw plan te laat ontvangen         |
        | 2020-02-29 | nee     | ja      | afgewezen_te_laat     | te_laat_ingediend       | Wij ontvingen het op 29 februari 2020        |
        | 2020-02-28 | nee     | ja      | afgewezen_voorwaarden | niet_voor_deze_regeling | U woont niet in de gemeente Groningen        |
        | 2020-02-28 | ja      | nee     | afgewezen_voorwaarden | niet_voor_deze_regeling | Het programmateam vindt uw idee niet sociaal |

    Abstract Scenario: De vijf criteria tellen even zwaar en alleen een plan zonder punten valt af
      Gegeven de gegevens
        | gegeven      | waarde     |
        | ontvangen_op | 2020-02-20 |
        | inwoner      | ja         |
      En de oordelen
        | oordeel           | waarde        | door          | reden              |
        | sociaal_idee      | ja            | programmateam | intakegesprek      |
        | ondernemend_idee  | ja            | programmateam | intakegesprek      |
        | score_impact      | <impact>      | beoordelaars  | beoordelingsmatrix |
        | score_draagvlak   | <draagvlak>   | beoordelaars  | beoordelingsmatrix |
        | score_ondernemend | <ondernemend> | beoordelaars  | beoordelingsmatrix |
        | score_schaalbaar  | <schaalbaar>  | beoordelaars  | beoordelingsmatrix |
        | score_nieuw       | <nieuw>       | beoordelaars  | beoordelingsmatrix |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "totaalscore" gelijk aan "<totaal>"
      En rust dat op de aanname over "gewicht_impact"
      En rust dat op de aanname over "minimumscore"
      En bevat de brief "Uw totaalscore is <totaal>"

      Voorbeelden:
        | impact | draagvlak | ondernemend | schaalbaar | nieuw | totaal | uitkomst        |
        | 0      | 0         | 0           | 0          | 0     | 0      | afgewezen_score |
        | 1      | 0         | 0           | 0          | 0     | 1      | verleend        |
        | 0      | 1         | 0           | 0          | 0     | 1      | verleend        |
        | 0      | 0         | 1           | 0          | 0     | 1      | verleend        |
        | 0      | 0         | 0           | 1          | 0     | 1      | verleend        |
        | 0      | 0         | 0           | 0          | 1     | 1      | verleend        |
        | 5      | 5         | 5           | 5          | 5     | 25     | verleend        |

    Abstract Scenario: Een plan zonder punten dat ook te laat of buiten de voorwaarden is, wordt daarom afgewezen
      Gegeven de gegevens
        | gegeven      | waarde    |
        | ontvangen_op | <dag>     |
        | inwoner      | <inwoner> |
      En de oordelen
        | oordeel           | waarde | door          | reden              |
        | sociaal_idee      | ja     | programmateam | intakegesprek      |
        | ondernemend_idee  | ja     | programmateam | intakegesprek      |
        | score_impact      | 0      | beoordelaars  | beoordelingsmatrix |
        | score_draagvlak   | 0      | beoordelaars  | beoordelingsmatrix |
        | score_ondernemend | 0      | beoordelaars  | beoordelingsmatrix |
        | score_schaalbaar  | 0      | beoordelaars  | beoordelingsmatrix |
        | score_nieuw       | 0      | beoordelaars  | beoordelingsmatrix |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "wettelijke_basis" gelijk aan "niet van toepassing"
      En is "plafond_vooraf_bekend" gelijk aan "niet van toepassing"
      En is "terugbetaling" gelijk aan "niet van toepassing"
      En is "programma_tot_en_met" gelijk aan "niet van toepassing"

      Voorbeelden:
        | dag        | inwoner | uitkomst              |
        | 2020-02-28 | ja      | afgewezen_score       |
        | 2020-02-28 | nee     | afgewezen_voorwaarden |
        | 2020-02-29 | ja      | afgewezen_te_laat     |

    Scenario: Een score die ontbreekt is nooit nul
      Gegeven de gegevens
        | gegeven      | waarde     |
        | ontvangen_op | 2020-02-20 |
        | inwoner      | ja         |
      En de oordelen
        | oordeel           | waarde | door          | reden              |
        | sociaal_idee      | ja     | programmateam | intakegesprek      |
        | ondernemend_idee  | ja     | programmateam | intakegesprek      |
        | score_impact      | 4      | beoordelaars  | beoordelingsmatrix |
        | score_draagvlak   | 3      | beoordelaars  | beoordelingsmatrix |
        | score_ondernemend | 4      | beoordelaars  | beoordelingsmatrix |
        | score_schaalbaar  | 2      | beoordelaars  | beoordelingsmatrix |
      Als het besluit "selectie" wordt voorgesteld
      Dan is "totaalscore" gelijk aan "onbekend"
      En ontbreekt "score_nieuw"

  Regel: De hoogst scorende plannen krijgen een plaats, en bij een gelijke stand op de grens beslist het lot

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2020-03-16
      En de gegevens
        | gegeven                     | waarde      |
        | ontvangen_op                | 2020-02-20  |
        | inwoner                     | ja          |
        | begroting                   | € 4.000,00  |
        | bedrag_voor_deze            | € 40.000,00 |
        | bedrag_gelijken             | € 6.000,00  |
        | start_programma             | 2020-04-01  |
        | voorschrift_of_uitzondering | ja          |
      En de oordelen
        | oordeel           | waarde | door          | reden              |
        | sociaal_idee      | ja     | programmateam | intakegesprek      |
        | ondernemend_idee  | ja     | programmateam | intakegesprek      |
        | score_impact      | 3      | beoordelaars  | beoordelingsmatrix |
        | score_draagvlak   | 3      | beoordelaars  | beoordelingsmatrix |
        | score_ondernemend | 3      | beoordelaars  | beoordelingsmatrix |
        | score_schaalbaar  | 3      | beoordelaars  | beoordelingsmatrix |
        | score_nieuw       | 3      | beoordelaars  | beoordelingsmatrix |

    Abstract Scenario: Een plan zonder gelijken rond de twintigste plaats en de reservelijst
      Gegeven de gegevens
        | gegeven    | waarde              |
        | hoger      | <hoger>             |
        | even_hoog  | 1                   |
        | lotuitslag | niet van toepassing |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "reservelijstplaats" gelijk aan "<reserveplaats>"
      En bevat de brief "<brief>"
      En bevat de brief "U kunt bezwaar maken"

      Voorbeelden:
        | hoger | uitkomst           | reserveplaats       | brief                                                            |
        | 0     | verleend           | niet van toepassing | U krijgt € 2.000,00 voor uw plan                                 |
        | 19    | verleend           | niet van toepassing | Het programma loopt van 1 april 2020 tot en met 31 augustus 2020 |
        | 20    | reserve_gezet      | 1                   | Uw plaats op de lijst is 1                                       |
        | 24    | reserve_gezet      | 5                   | Uw plaats op de lijst is 5                                       |
        | 25    | afgewezen_plaatsen | niet van toepassing | Er is geen plaats meer voor uw plan                              |
        | 37    | afgewezen_plaatsen | niet van toepassing | Er is geen plaats meer voor uw plan                              |

    Abstract Scenario: Een gelijke stand rond de grens voordat is geloot
      Gegeven de gegevens
        | gegeven    | waarde              |
        | hoger      | <hoger>             |
        | even_hoog  | <gelijk>            |
        | lotuitslag | niet van toepassing |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is het rechtskarakter "<rechtskarakter>"
      En bevat de brief "<brief>"

      Voorbeelden:
        | hoger | gelijk | uitkomst           | rechtskarakter | brief                                            |
        | 17    | 3      | verleend           | beschikking    | Wij hebben uw plan gekozen                       |
        | 18    | 3      | loten              | mededeling     | Er zijn niet genoeg plaatsen voor al die plannen |
        | 19    | 2      | loten              | mededeling     | Er zijn niet genoeg plaatsen voor al die plannen |
        | 20    | 2      | loten              | mededeling     | Het gaat om een plaats op de reservelijst        |
        | 24    | 2      | loten              | mededeling     | Het gaat om een plaats op de reservelijst        |
        | 25    | 2      | afgewezen_plaatsen | beschikking    | Wij wijzen uw aanvraag af                        |

    Scenario: De brief over de loting is nog geen besluit
      Gegeven de gegevens
        | gegeven    | waarde              |
        | hoger      | 18                  |
        | even_hoog  | 3                   |
        | lotuitslag | niet van toepassing |
      Als het besluit "selectie" wordt voorgesteld
      Dan bevat de brief "Wij kunnen nog niet op uw aanvraag beslissen"
      Maar bevat de brief niet "U kunt bezwaar maken"

    Abstract Scenario: Na de loting
      Gegeven de gegevens
        | gegeven    | waarde   |
        | hoger      | <hoger>  |
        | even_hoog  | <gelijk> |
        | lotuitslag | <lot>    |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "reservelijstplaats" gelijk aan "<reserveplaats>"
      En bevat de brief "Daarom hebben wij geloot. Uw plan kreeg nummer <lot>"

      Voorbeelden:
        | hoger | gelijk | lot | uitkomst           | reserveplaats       |
        | 18    | 3      | 1   | verleend           | niet van toepassing |
        | 18    | 3      | 2   | verleend           | niet van toepassing |
        | 18    | 3      | 3   | reserve_gezet      | 1                   |
        | 19    | 7      | 6   | reserve_gezet      | 5                   |
        | 19    | 7      | 7   | afgewezen_plaatsen | niet van toepassing |
        | 20    | 2      | 2   | reserve_gezet      | 2                   |
        | 24    | 2      | 1   | reserve_gezet      | 5                   |
        | 24    | 2      | 2   | afgewezen_plaatsen | niet van toepassing |

    Scenario: Een lotnummer dat niet kan houdt het besluit tegen
      Gegeven de gegevens
        | gegeven    | waarde |
        | hoger      | 18     |
        | even_hoog  | 3      |
        | lotuitslag | 4      |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de status "eis_geschonden"

    Scenario: De grens van twintig, de reservelijst en de loting zijn aannames
      Gegeven de gegevens
        | gegeven    | waarde |
        | hoger      | 18     |
        | even_hoog  | 3      |
        | lotuitslag | 3      |
      Als het besluit "selectie" wordt voorgesteld
      Dan rust dat op de aanname over "aantal_plaatsen"
      En rust dat op de aanname over "reserveplaatsen"
      En rust dat op de aanname over "uitgeloot"

  Regel: De gemeente betaalt de helft van de begroting zolang het plafond dat toelaat

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2020-03-16
      En de gegevens
        | gegeven                     | waarde     |
        | ontvangen_op                | 2020-02-20 |
        | inwoner                     | ja         |
        | start_programma             | 2020-04-01 |
        | hoger                       | 12         |
        | voorschrift_of_uitzondering | ja         |
        | plafond_bekendgemaakt_op    | 2020-01-02 |
      En de oordelen
        | oordeel           | waarde | door          | reden              |
        | sociaal_idee      | ja     | programmateam | intakegesprek      |
        | ondernemend_idee  | ja     | programmateam | intakegesprek      |
        | score_impact      | 3      | beoordelaars  | beoordelingsmatrix |
        | score_draagvlak   | 3      | beoordelaars  | beoordelingsmatrix |
        | score_ondernemend | 3      | beoordelaars  | beoordelingsmatrix |
        | score_schaalbaar  | 3      | beoordelaars  | beoordelingsmatrix |
        | score_nieuw       | 3      | beoordelaars  | beoordelingsmatrix |

    Abstract Scenario: Het bedrag is de helft van de begroting, op centen afgerond
      Gegeven de gegevens
        | gegeven          | waarde              |
        | begroting        | <begroting>         |
        | even_hoog        | 1                   |
        | lotuitslag       | niet van toepassing |
        | bedrag_voor_deze | € 0,00              |
        | bedrag_gelijken  | <bedrag>            |
      Als het besluit "selectie" wordt voorgesteld
      Dan is "bedrag" gelijk aan "<bedrag>"

      Voorbeelden:
        | begroting  | bedrag     |
        | € 0,00     | € 0,00     |
        | € 0,01     | € 0,01     |
        | € 6.000,00 | € 3.000,00 |
        | € 6.000,01 | € 3.000,01 |
        | € 9.999,99 | € 5.000,00 |

    Abstract Scenario: Met een hoogste bedrag per plan, dat is verzonnen, krijgt een plan nooit meer dan dat
      Stel de afspraak "maximumbedrag" is "€ 2.500,00"
      Gegeven de gegevens
        | gegeven          | waarde              |
        | begroting        | <begroting>         |
        | even_hoog        | 1                   |
        | lotuitslag       | niet van toepassing |
        | bedrag_voor_deze | € 0,00              |
        | bedrag_gelijken  | <bedrag>            |
      Als het besluit "selectie" wordt voorgesteld
      Dan is "bedrag" gelijk aan "<bedrag>"

      Voorbeelden:
        | begroting  | bedrag     |
        | € 4.999,98 | € 2.499,99 |
        | € 5.000,00 | € 2.500,00 |
        | € 5.000,02 | € 2.500,00 |
        | € 6.000,00 | € 2.500,00 |

    Scenario: Van een plan zonder gelijken hoeft niemand te tellen hoeveel geld gelijken nodig hebben
      Gegeven de gegevens
        | gegeven          | waarde              |
        | begroting        | € 6.000,00          |
        | even_hoog        | 1                   |
        | lotuitslag       | niet van toepassing |
        | bedrag_voor_deze | € 57.000,00         |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "verleend"
      En is "programma_tot_en_met" gelijk aan "2020-08-31"

    Abstract Scenario: Rond het plafond van een plan zonder gelijken
      Gegeven de gegevens
        | gegeven          | waarde              |
        | begroting        | € 6.000,00          |
        | even_hoog        | 1                   |
        | lotuitslag       | niet van toepassing |
        | bedrag_voor_deze | <ervoor>            |
        | bedrag_gelijken  | € 3.000,00          |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En rust dat op de aanname over "subsidieplafond"

      Voorbeelden:
        | ervoor      | uitkomst          |
        | € 56.999,99 | verleend          |
        | € 57.000,00 | verleend          |
        | € 57.000,01 | afgewezen_plafond |

    Abstract Scenario: Een gelijke stand op het plafond
      Gegeven de gegevens
        | gegeven          | waarde     |
        | begroting        | € 6.000,00 |
        | even_hoog        | 2          |
        | lotuitslag       | <lot>      |
        | bedrag_voor_deze | <ervoor>   |
        | bedrag_gelijken  | € 6.000,00 |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En bevat de brief "<brief>"

      Voorbeelden:
        | lot                 | ervoor      | uitkomst          | brief                                                            |
        | niet van toepassing | € 54.000,00 | verleend          | Er is ook genoeg geld                                            |
        | niet van toepassing | € 54.000,01 | loten             | Er is niet genoeg geld voor al die plannen                       |
        | niet van toepassing | € 57.000,00 | loten             | Er is niet genoeg geld voor al die plannen                       |
        | niet van toepassing | € 57.000,01 | afgewezen_plafond | Voor de plannen die voor uw plan gaan is samen € 57.000,01 nodig |
        | 1                   | € 54.000,01 | verleend          | Uw plan kreeg nummer 1                                           |
        | 2                   | € 57.000,01 | afgewezen_plafond | Wij hebben dat op 2 januari 2020 bekendgemaakt                   |

    Scenario: Op de grens van de plaatsen wordt niet geloot om geld dat er niet is
      Gegeven de gegevens
        | gegeven          | waarde              |
        | hoger            | 19                  |
        | begroting        | € 6.000,00          |
        | even_hoog        | 2                   |
        | lotuitslag       | niet van toepassing |
        | bedrag_voor_deze | € 58.000,00         |
        | bedrag_gelijken  | € 6.000,00          |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "afgewezen_plafond"
      En beslist de regel "plafond_bereikt"

    Scenario: Of het geld terug moet staat niet vast
      Gegeven de gegevens
        | gegeven          | waarde              |
        | begroting        | € 6.000,00          |
        | even_hoog        | 1                   |
        | lotuitslag       | niet van toepassing |
        | bedrag_voor_deze | € 0,00              |
        | bedrag_gelijken  | € 3.000,00          |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "verleend"
      En is "terugbetaling" gelijk aan "onbekend"
      En ontbreekt "vorm_steun"
      En bevat de brief "Het staat nog niet vast of u dit geld moet terugbetalen"

    Abstract Scenario: Wat er volgt als de steun een subsidie of een lening is
      Stel de afspraak "vorm_steun" is "<vorm>"
      Gegeven de gegevens
        | gegeven          | waarde              |
        | begroting        | € 6.000,00          |
        | even_hoog        | 1                   |
        | lotuitslag       | niet van toepassing |
        | bedrag_voor_deze | € 0,00              |
        | bedrag_gelijken  | € 3.000,00          |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "verleend"
      En is "terugbetaling" gelijk aan "<terug>"
      En ontbreekt er niets

      Voorbeelden:
        | vorm     | terug             |
        | subsidie | niet_terugbetalen |
        | lening   | terugbetalen      |

  Regel: Steun vraagt een wettelijke basis en weigeren een plafond dat vooraf bekend was

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2020-03-16
      En de gegevens
        | gegeven         | waarde              |
        | ontvangen_op    | 2020-02-20          |
        | inwoner         | ja                  |
        | start_programma | 2020-04-01          |
        | begroting       | € 6.000,00          |
        | hoger           | 12                  |
        | even_hoog       | 1                   |
        | lotuitslag      | niet van toepassing |
        | bedrag_gelijken | € 3.000,00          |
      En de oordelen
        | oordeel           | waarde | door          | reden              |
        | sociaal_idee      | ja     | programmateam | intakegesprek      |
        | ondernemend_idee  | ja     | programmateam | intakegesprek      |
        | score_impact      | 3      | beoordelaars  | beoordelingsmatrix |
        | score_draagvlak   | 3      | beoordelaars  | beoordelingsmatrix |
        | score_ondernemend | 3      | beoordelaars  | beoordelingsmatrix |
        | score_schaalbaar  | 3      | beoordelaars  | beoordelingsmatrix |
        | score_nieuw       | 3      | beoordelaars  | beoordelingsmatrix |

    Abstract Scenario: Verlenen met en zonder wettelijke basis
      Gegeven de gegevens
        | gegeven                     | waarde      |
        | bedrag_voor_deze            | € 36.000,00 |
        | voorschrift_of_uitzondering | <basis>     |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | basis | status          |
        | ja    | uitkomst_bekend |
        | nee   | eis_geschonden  |

    Scenario: Of er een wettelijke basis is wordt altijd gevraagd
      Gegeven de gegevens
        | gegeven          | waarde      |
        | bedrag_voor_deze | € 36.000,00 |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "verleend"
      En ontbreekt "voorschrift_of_uitzondering"

    Abstract Scenario: Weigeren om het plafond, rond de dag waarop het bekend is gemaakt
      Gegeven de gegevens
        | gegeven                  | waarde      |
        | bedrag_voor_deze         | € 58.000,00 |
        | plafond_bekendgemaakt_op | <bekend op> |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | bekend op           | status          |
        | 2020-02-19          | uitkomst_bekend |
        | 2020-02-20          | uitkomst_bekend |
        | 2020-02-21          | eis_geschonden  |
        | niet van toepassing | eis_geschonden  |

  Regel: Wie op de reservelijst staat krijgt een plaats als die vrijkomt en er geld is

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2020-04-20
      En de gegevens
        | gegeven                     | waarde              |
        | ontvangen_op                | 2020-02-20          |
        | inwoner                     | ja                  |
        | begroting                   | € 6.000,00          |
        | even_hoog                   | 1                   |
        | lotuitslag                  | niet van toepassing |
        | voorschrift_of_uitzondering | ja                  |
      En de oordelen
        | oordeel           | waarde | door          | reden              |
        | sociaal_idee      | ja     | programmateam | intakegesprek      |
        | ondernemend_idee  | ja     | programmateam | intakegesprek      |
        | score_impact      | 3      | beoordelaars  | beoordelingsmatrix |
        | score_draagvlak   | 3      | beoordelaars  | beoordelingsmatrix |
        | score_ondernemend | 3      | beoordelaars  | beoordelingsmatrix |
        | score_schaalbaar  | 3      | beoordelaars  | beoordelingsmatrix |
        | score_nieuw       | 3      | beoordelaars  | beoordelingsmatrix |

    Abstract Scenario: De plaats op de lijst, de vrije plaatsen en het geld
      Gegeven de gegevens
        | gegeven              | waarde          |
        | stand                | op_reservelijst |
        | hoger                | <hoger>         |
        | vrijgekomen_plaatsen | <vrij>          |
        | toegekend_bedrag     | <toegekend>     |
      Als het besluit "reserveoproep" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "reservelijstplaats" gelijk aan "<plaats>"
      En is het rechtskarakter "<rechtskarakter>"
      En bevat de brief "<brief>"
      Maar bevat de brief niet "bijstand"

      Voorbeelden:
        | hoger | plaats | vrij | toegekend   | uitkomst          | rechtskarakter | brief                                       |
        | 20    | 1      | 0    | € 50.000,00 | blijft_op_reserve | mededeling     | Er is nog geen plaats vrij voor uw plan     |
        | 20    | 1      | 1    | € 50.000,00 | alsnog_verleend   | beschikking    | Wij hebben uw plan alsnog gekozen           |
        | 20    | 1      | 1    | € 57.000,00 | alsnog_verleend   | beschikking    | U krijgt € 3.000,00 voor uw plan            |
        | 20    | 1      | 1    | € 57.000,01 | blijft_op_reserve | mededeling     | meedoen hebben wij al € 57.000,01 toegekend |
        | 21    | 2      | 1    | € 50.000,00 | blijft_op_reserve | mededeling     | Uw plaats op de lijst is 2                  |
        | 21    | 2      | 2    | € 50.000,00 | alsnog_verleend   | beschikking    | U kunt bezwaar maken                        |
        | 21    | 2      | 3    | € 50.000,00 | alsnog_verleend   | beschikking    | U kunt bezwaar maken                        |

    Abstract Scenario: Wat er bij een late plaats hoort, met een vorm van steun die is verzonnen
      Stel de afspraak "vorm_steun" is "<vorm>"
      Gegeven de gegevens
        | gegeven              | waarde          |
        | stand                | op_reservelijst |
        | hoger                | 20              |
        | vrijgekomen_plaatsen | <vrij>          |
        | toegekend_bedrag     | € 50.000,00     |
        | start_programma      | 2020-04-15      |
      Als het besluit "reserveoproep" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "terugbetaling_na_oproep" gelijk aan "<terug>"
      En is "programma_na_oproep_tot_en_met" gelijk aan "<einde>"
      En is "wettelijke_basis_oproep" gelijk aan "<basis>"
      En ontbreekt er niets

      Voorbeelden:
        | vorm     | vrij | uitkomst          | terug               | einde               | basis               |
        | subsidie | 1    | alsnog_verleend   | niet_terugbetalen   | 2020-09-14          | ja                  |
        | lening   | 1    | alsnog_verleend   | terugbetalen        | 2020-09-14          | ja                  |
        | subsidie | 0    | blijft_op_reserve | niet van toepassing | niet van toepassing | niet van toepassing |

    Scenario: Wie op de reservelijst blijft krijgt een bericht en nog geen besluit
      Gegeven de gegevens
        | gegeven              | waarde          |
        | stand                | op_reservelijst |
        | hoger                | 20              |
        | vrijgekomen_plaatsen | 0               |
        | toegekend_bedrag     | € 50.000,00     |
      Als het besluit "reserveoproep" wordt voorgesteld
      Dan bevat de brief "Het blijft op de reservelijst"
      Maar bevat de brief niet "U kunt bezwaar maken"

    Scenario: Ook een late plaats vraagt een wettelijke basis
      Gegeven de gegevens
        | gegeven                     | waarde          |
        | stand                       | op_reservelijst |
        | hoger                       | 20              |
        | vrijgekomen_plaatsen        | 1               |
        | toegekend_bedrag            | € 50.000,00     |
        | voorschrift_of_uitzondering | nee             |
      Als het besluit "reserveoproep" wordt voorgesteld
      Dan is de status "eis_geschonden"

    Scenario: Wie niet op de reservelijst staat wordt niet opgeroepen
      Gegeven de gegevens
        | gegeven | waarde     |
        | stand   | afgevallen |
      Als het besluit "reserveoproep" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Het programma duurt vijf maanden en elke deelnemer krijgt een coach

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2020-04-20
      En de gegevens
        | gegeven                | waarde    |
        | stand                  | deelnemer |
        | impactmeting_ontvangen | nee       |

    Abstract Scenario: De laatste dag is een dag voor dezelfde dag van de maand
      Gegeven de gegevens
        | gegeven         | waarde  |
        | start_programma | <start> |
        | coach_gekoppeld | ja      |
      Als het besluit "impactmeting" wordt voorgesteld
      Dan is "laatste_programmadag" gelijk aan "<eind>"
      En rust dat op de aanname over "programmaduur"

      Voorbeelden:
        | start      | eind       |
        | 2020-04-01 | 2020-08-31 |
        | 2020-04-15 | 2020-09-14 |
        | 2020-10-01 | 2021-02-28 |

    Abstract Scenario: De koppeling aan een coach
      Gegeven de gegevens
        | gegeven         | waarde     |
        | start_programma | 2020-04-01 |
        | coach_gekoppeld | <coach>    |
      Als het besluit "impactmeting" wordt voorgesteld
      Dan is "begeleiding" gelijk aan "<begeleiding>"
      En bevat de brief "<brief>"

      Voorbeelden:
        | coach | begeleiding          | brief                 |
        | ja    | begeleiding_compleet | U hebt een coach      |
        | nee   | coach_zoeken         | U hebt nog geen coach |

  Regel: Aan het einde van het programma wordt de impact gemeten

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2020-08-31
      En de gegevens
        | gegeven         | waarde     |
        | start_programma | 2020-04-01 |
        | coach_gekoppeld | ja         |

    Abstract Scenario: Rond de laatste dag van het programma
      Gegeven de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                | waarde      |
        | stand                  | deelnemer   |
        | impactmeting_ontvangen | <ontvangen> |
      Als het besluit "impactmeting" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is het rechtskarakter "mededeling"
      En bevat de brief "<brief>"
      Maar bevat de brief niet "U kunt bezwaar maken"
      En bevat de brief niet "bijstand"

      Voorbeelden:
        | besluitdatum | ontvangen | uitkomst        | brief                                               |
        | 2020-08-30   | nee       | programma_loopt | Het programma is nog niet afgelopen                 |
        | 2020-08-31   | nee       | programma_loopt | De laatste dag is 31 augustus 2020                  |
        | 2020-08-31   | ja        | programma_loopt | Wij hebben de impactmeting van uw plan al ontvangen |
        | 2020-09-01   | nee       | meting_opvragen | Stuur ons de impactmeting van uw plan               |
        | 2020-09-01   | ja        | meting_klaar    | Het programma is voor u klaar                       |

    Scenario: Alleen van deelnemers wordt de impact gemeten
      Gegeven de gegevens
        | gegeven | waarde     |
        | stand   | afgevallen |
      Als het besluit "impactmeting" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Een onvolledige aanvraag wordt eerst aangevuld

    Abstract Scenario: Rond de hersteltermijn
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2020-03-02
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                   | waarde     |
        | aanvraag_volledig         | nee        |
        | herstel_gevraagd          | ja         |
        | hersteltermijn_tot_en_met | 2020-03-16 |
      Als het besluit "behandeling" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | besluitdatum | uitkomst              |
        | 2020-03-16   | wachten_op_aanvulling |
        | 2020-03-17   | buiten_behandeling    |

  Regel: De weg van Tess, die buren samen laat koken

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de gegevens
        | gegeven         | waarde              |
        | inwoner         | ja                  |
        | ontvangen_op    | 2020-02-26          |
        | begroting       | € 5.400,00          |
        | start_programma | 2020-04-01          |
        | even_hoog       | 1                   |
        | lotuitslag      | niet van toepassing |
      En de oordelen
        | oordeel           | waarde | door          | reden              |
        | sociaal_idee      | ja     | programmateam | intakegesprek      |
        | ondernemend_idee  | ja     | programmateam | intakegesprek      |
        | score_impact      | 4      | beoordelaars  | beoordelingsmatrix |
        | score_draagvlak   | 5      | beoordelaars  | beoordelingsmatrix |
        | score_ondernemend | 3      | beoordelaars  | beoordelingsmatrix |
        | score_schaalbaar  | 2      | beoordelaars  | beoordelingsmatrix |
        | score_nieuw       | 2      | beoordelaars  | beoordelingsmatrix |

    Scenario: Tess krijgt na het gesprek het advies om haar idee uit te werken
      Gegeven de peildatum is 2020-02-04
      En de gegevens
        | gegeven | waarde     |
        | stand   | nieuw_idee |
      Als het besluit "intake" wordt voorgesteld
      Dan is de uitkomst "plan_uitwerken"

    Scenario: Het plan van Tess krijgt zestien punten en komt net niet bij de eerste twintig
      Gegeven de peildatum is 2020-03-16
      En de gegevens
        | gegeven          | waarde       |
        | stand            | intake_gehad |
        | hoger            | 20           |
        | bedrag_voor_deze | € 54.000,00  |
        | bedrag_gelijken  | € 2.700,00   |
      Als het besluit "selectie" wordt voorgesteld
      Dan is de uitkomst "reserve_gezet"
      En is "totaalscore" gelijk aan "16"
      En is "reservelijstplaats" gelijk aan "1"
      En is "bedrag" gelijk aan "€ 2.700,00"

    Scenario: Een gekozen plan valt af en Tess krijgt alsnog een plaats
      Gegeven de peildatum is 2020-03-30
      En de gegevens
        | gegeven                     | waarde          |
        | stand                       | op_reservelijst |
        | hoger                       | 20              |
        | vrijgekomen_plaatsen        | 1               |
        | toegekend_bedrag            | € 51.000,00     |
        | voorschrift_of_uitzondering | ja              |
      Als het besluit "reserveoproep" wordt voorgesteld
      Dan is de uitkomst "alsnog_verleend"
      En is "programma_na_oproep_tot_en_met" gelijk aan "2020-08-31"
      En is "terugbetaling_na_oproep" gelijk aan "onbekend"
      En ontbreekt "vorm_steun"

    Abstract Scenario: Tess werkt vijf maanden met een coach en stuurt aan het einde de impactmeting
      Gegeven de peildatum is <dag>
      En de gegevens
        | gegeven                | waarde      |
        | stand                  | deelnemer   |
        | coach_gekoppeld        | ja          |
        | impactmeting_ontvangen | <ontvangen> |
      Als het besluit "impactmeting" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "begeleiding" gelijk aan "begeleiding_compleet"

      Voorbeelden:
        | dag        | ontvangen | uitkomst        |
        | 2020-06-15 | nee       | programma_loopt |
        | 2020-09-01 | nee       | meting_opvragen |
        | 2020-09-10 | ja        | meting_klaar    |

  # mutant aanvaard: groningen/sociale-ondernemers-challenge:gegevens.even_hoog.geldt_als:weg de regels lezen dit gegeven alleen waar het geldt; zonder de poort telt een dossier nul voor wie niet meedingt, en dat valt buiten de grens
