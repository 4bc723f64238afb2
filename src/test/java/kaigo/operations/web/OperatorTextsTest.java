package kaigo.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.access.ExplainedWords.Answer;
import kaigo.access.rules.Cell;
import kaigo.access.rules.Column;
import kaigo.access.rules.Decision;
import kaigo.audit.AuditVerifier.Fault;
import kaigo.identity.InstitutionList;
import kaigo.operations.Attention;
import kaigo.operations.Health;
import kaigo.operations.Surroundings.Service;
import kaigo.screens.ScreenText;
import kaigo.shared.InstitutionId;
import kaigo.shared.Messages;
import org.junit.jupiter.api.Test;

/** Texts whose keys end in the name of a value: each value has one. */
class OperatorTextsTest {

    @Test
    void every_value_that_a_page_of_the_operator_names_has_its_text() {
        List<String> missing = Stream.of(
                        of(HealthView.Level.values(), one -> "health.level." + one),
                        of(Service.values(), one -> "health.line.service." + one),
                        of(Service.values(), one -> "health.note.service." + one),
                        Stream.of("WELL", "OFF", "FAILS", "STOPPED").map(one -> "health.work.state." + one),
                        Stream.of("WAITING", "RUNNING", "SOUND", "TAMPERED", "GIVEN_UP")
                                .map(one -> "chain.state." + one),
                        of(Fault.Kind.values(), one -> "chain.fault." + one),
                        of(ExplainForm.Viewer.values(), one -> "explain.viewer." + one),
                        of(Answer.values(), one -> "explain.answer." + one),
                        of(InstitutionId.Kind.values(), one -> "institutions.kind." + one),
                        of(InstitutionList.State.values(), one -> "institutions.state." + one),
                        of(InstitutionList.State.values(), one -> "institutions.next." + one)
                                .filter(key -> !key.endsWith("READY")),
                        TestServer.bean(Health.class).look().work().stream().map(one -> "worker." + one.name()))
                .flatMap(keys -> keys)
                .filter(key -> ScreenText.find(key).isEmpty())
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void every_word_of_an_explanation_and_every_attention_has_its_text() {
        List<String> missing = Stream.of(
                        of(Decision.Ground.values(), one -> "ground." + one),
                        of(Column.values(), one -> "column." + one),
                        of(Cell.Sharing.values(), one -> "cell." + one),
                        of(Cell.Note.values(), one -> "note." + one),
                        of(Answer.values(), one -> "explained." + one),
                        of(Attention.values(), one -> "attention." + one),
                        of(Attention.values(), one -> "attention." + one + ".next"),
                        of(Attention.values(), one -> "attention." + one + ".english"))
                .flatMap(keys -> keys)
                .filter(key -> !Messages.has(key))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static <T> Stream<String> of(T[] values, Function<T, String> key) {
        return Arrays.stream(values).map(key);
    }
}
