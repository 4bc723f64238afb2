package kaigo.insured;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkRequestTest {

    @ParameterizedTest
    @CsvSource({"true, ASK", "false, NUMBER_MISSING"})
    void a_new_record_asks_if_it_has_a_number(boolean hasNumber, LinkRequest expected) {
        assertThat(LinkRequest.forNew(hasNumber)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "               , true,  false, ASK",
        "NOT_ASKED      , true,  false, ASK",
        "ASKING         , true,  true,  ASK",
        "LINKED         , true,  true,  LEAVE",
        "LINKED         , true,  false, ASK",
        "NOT_REGISTERED , true,  true,  ASK",
        "NUMBER_MISSING , true,  false, ASK",
        "OTHER_ERROR    , true,  true,  ASK",
        "EXEMPT         , true,  true,  ASK",
        "UNCONFIRMABLE  , true,  true,  ASK",
        "               , false, false, NUMBER_MISSING",
        "NUMBER_MISSING , false, false, NUMBER_MISSING",
        "ASKING         , false, false, LEAVE",
        "LINKED         , false, false, LEAVE",
        "NOT_REGISTERED , false, false, LEAVE",
        "EXEMPT         , false, false, LEAVE",
    })
    void an_update_asks_unless_the_person_is_linked_by_this_number(
            LinkState current, boolean hasNumber, boolean sameNumber, LinkRequest expected) {
        assertThat(LinkRequest.forUpdate(current, hasNumber, sameNumber)).isEqualTo(expected);
    }
}
