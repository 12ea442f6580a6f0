# language: nl
Functionaliteit: Subsidie volgens de Algemene wet bestuursrecht
  Waarop een subsidie mag rusten en wat er over een plafond vooraf vaststaat. De regeling van Groningen is alleen het voertuig.

  Achtergrond:
    Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
    En de peildatum is 2020-02-03
    En de gegevens
      | gegeven | waarde |
      | inwoner | nee    |

  Regel: Artikelen 4:23 en 4:25 tot en met 4:27: grondslag, duur, plafond en verdeling

    Abstract Scenario: Dit kan
      Stel deze afspraken gelden
        | afspraak                     | waarde      |
        | wettelijke_grondslag         | <grondslag> |
        | subsidieregeling             | <regeling>  |
        | duur_zonder_voorschrift      | <duur>      |
        | subsidieplafond              | <plafond>   |
        | verdeling_plafond            | <verdeling> |
        | verdeling_bekendgemaakt      | <bekend>    |
        | plafond_vooraf_bekendgemaakt | <vooraf>    |
      Als het besluit "intake" wordt voorgesteld
      Dan is de uitkomst "plan_afraden"

      Voorbeelden:
        | grondslag                    | regeling            | duur                | plafond             | verdeling           | bekend              | vooraf              |
        | wettelijk_voorschrift        | Subsidieregeling    | niet van toepassing | € 60.000,00         | op_rangorde         | ja                  | ja                  |
        | wettelijk_voorschrift        | Subsidieregeling    | niet van toepassing | € 60.000,00         | op_rangorde         | ja                  | nee                 |
        | wettelijk_voorschrift        | Subsidieregeling    | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing |
        | wettelijk_voorschrift        | Subsidieregeling    | niet van toepassing | niet van toepassing | niet van toepassing | nee                 | nee                 |
        | europees_programma           | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing |
        | begroting_noemt_ontvanger    | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing |
        | incidenteel_geval            | niet van toepassing | 48 maanden          | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing |
        | vooruitlopend_op_voorschrift | niet van toepassing | 11 maanden          | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing |
        | vooruitlopend_op_voorschrift | niet van toepassing | 12 maanden          | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing |

    Abstract Scenario: Dit kan niet
      Stel deze afspraken gelden
        | afspraak                     | waarde      |
        | wettelijke_grondslag         | <grondslag> |
        | subsidieregeling             | <regeling>  |
        | duur_zonder_voorschrift      | <duur>      |
        | subsidieplafond              | <plafond>   |
        | verdeling_plafond            | <verdeling> |
        | verdeling_bekendgemaakt      | <bekend>    |
        | plafond_vooraf_bekendgemaakt | ja          |
      Dan wordt het besluit "intake" geweigerd met de melding "<melding>"

      Voorbeelden:
        | grondslag                    | regeling            | duur                | plafond             | verdeling           | bekend              | melding        |
        | wettelijk_voorschrift        | niet van toepassing | niet van toepassing | € 60.000,00         | op_rangorde         | ja                  | eis-geschonden |
        | incidenteel_geval            | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | eis-geschonden |
        | incidenteel_geval            | niet van toepassing | 49 maanden          | niet van toepassing | niet van toepassing | niet van toepassing | buiten-grens   |
        | vooruitlopend_op_voorschrift | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | eis-geschonden |
        | vooruitlopend_op_voorschrift | niet van toepassing | 13 maanden          | niet van toepassing | niet van toepassing | niet van toepassing | eis-geschonden |
        | europees_programma           | niet van toepassing | niet van toepassing | € 60.000,00         | op_rangorde         | ja                  | eis-geschonden |
        | wettelijk_voorschrift        | Subsidieregeling    | niet van toepassing | € 60.000,00         | niet van toepassing | ja                  | eis-geschonden |
        | wettelijk_voorschrift        | Subsidieregeling    | niet van toepassing | € 60.000,00         | op_rangorde         | nee                 | eis-geschonden |
        | wettelijk_voorschrift        | Subsidieregeling    | niet van toepassing | € 60.000,00         | op_rangorde         | niet van toepassing | eis-geschonden |

  # Deze verandering geeft bij geen enkele afspraak een andere uitkomst.
  # mutant aanvaard: landelijk/subsidie:eisen.vooruitlopen_ten_hoogste_een_jaar:duur_zonder_voorschrift_is_van_toepassing:weg zonder duur houdt de eis zonder_voorschrift_tijdelijk hetzelfde tegen
