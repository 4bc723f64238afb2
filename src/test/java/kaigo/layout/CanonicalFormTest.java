package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import kaigo.layout.items.M01;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CanonicalFormTest {
    private final CanonicalForm form = new CanonicalForm(Samples.LAYOUT);

    @Test
    void the_canonical_form_is_a_json_array_of_the_content() {
        assertThat(form.json(Samples.row()))
                .isEqualTo("[\"M01-2.02\",\"442012\",\"0000000001\",\"架空　太郎\",\"カクウ　タロウ\",null,\"19340611\",\"0\",null,"
                        + "\"1\",\"8700000\",\"大分県大分市架空町１丁目２番３号\",null,\"1\",\"20000401\",null,null,null,\"1\",null,"
                        + "\"442011\",\"0\",null]");
    }

    /** A number that must never change: stored hashes of earlier loads depend on it. */
    @Test
    void the_hash_is_sha_256_of_it() throws Exception {
        byte[] expected = MessageDigest.getInstance("SHA-256")
                .digest(form.json(Samples.row()).getBytes(StandardCharsets.UTF_8));
        assertThat(form.hash(Samples.row())).isEqualTo(expected);
        assertThat(HexFormat.of().formatHex(expected))
                .isEqualTo("6c655a5dc164bcfefffc7ea0a063878fa62f6c63f09a2509bc7bb4306e5f2838");
    }

    @Test
    void update_type_time_and_my_number_are_not_content_and_everything_else_is() {
        byte[] before = form.hash(Samples.row());
        for (LayoutItem item : Samples.LAYOUT.items()) {
            Row row = Samples.row();
            row.text(item.position(), "7");
            boolean same = java.util.Arrays.equals(before, form.hash(row));
            boolean left = java.util.Set.of("updateType", "sourceUpdatedAt", "myNumber")
                    .contains(item.code());
            assertThat(same).as(item.code()).isEqualTo(left);
        }
    }

    @Test
    void what_is_hashed_is_json_whatever_the_values_are() {
        Row row = Samples.row();
        String odd = "\"\\/\b\f\n\r\t\u0001\u007F é あ 𠮷 \u2028 か゚ " + "𠮷".repeat(3000);
        row.set(M01.NAME, odd);
        row.set(M01.SOURCE_UPDATED_AT, (LocalDateTime) null);
        assertThat(JsonMapper.shared().readTree(form.json(row)).get(3).asString())
                .isEqualTo(odd);
    }

    @Test
    void values_cannot_flow_into_their_neighbours() {
        Row one = Samples.row();
        one.set(M01.NAME, "a\",\"b");
        one.set(M01.NAME_KANA, null);
        Row other = Samples.row();
        other.set(M01.NAME, "a");
        other.set(M01.NAME_KANA, "b");
        assertThat(form.hash(one)).isNotEqualTo(form.hash(other));
    }

    /** The items of the record, then for every sheet an array of its rows without their key. */
    @Test
    void the_sheets_follow_the_items_each_an_array_of_rows() {
        Layout layout = Layouts.newest("M08").orElseThrow();
        CanonicalForm applications = new CanonicalForm(layout);
        Row row = SampleRecord.full(layout, 2);
        row.addTo(layout.sheet("notes")).text(layout.sheet("notes").layout().begin(), "1");

        JsonNode form = JsonMapper.shared().readTree(applications.json(row));

        int items = form.size() - layout.sheets().size();
        assertThat(items)
                .isEqualTo(1
                        + (int) layout.items().stream()
                                .filter(LayoutItem::inContent)
                                .count());
        for (Sheet sheet : layout.sheets()) {
            JsonNode rows = form.get(items + sheet.position());
            assertThat(rows.size()).isEqualTo(row.sheet(sheet).size());
            for (int i = 0; i < rows.size(); i++) {
                Row one = row.sheet(sheet).get(i);
                for (int item = 0; item < rows.get(i).size(); item++) {
                    assertThat(rows.get(i).get(item).asStringOpt().orElse(null))
                            .isEqualTo(one.text(sheet.layout().begin() + item));
                }
                assertThat(rows.get(i).size())
                        .isEqualTo(sheet.layout().size() - sheet.layout().begin());
            }
        }
    }

    /** A number that must never change, like that of M01; and what a record without sheets ends with. */
    @Test
    void the_hash_of_the_sheets_is_that_of_their_part() throws Exception {
        Layout layout = Layouts.newest("M08").orElseThrow();
        CanonicalForm applications = new CanonicalForm(layout);
        Row full = SampleRecord.full(layout, 2);
        Row without = layout.newRow(2);
        layout.items().forEach(item -> without.text(item.position(), full.text(item.position())));
        String end = ",[],[],[],[]]";
        assertThat(applications.json(without)).endsWith(end);

        int begin = applications.json(without).length() - end.length();
        assertThat(hex(applications.hash(full)))
                .isEqualTo(hex(sha256(applications.json(full))))
                .isEqualTo("29065ffa8d043be7ab9f30d7b48cafee08eef8a11d2334b871dad5d8ba230e14");
        assertThat(hex(applications.hashOfSheets()))
                .isEqualTo(hex(sha256(applications.json(full).substring(begin))));
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void letters_at_the_borders_of_utf_8_are_written_as_utf_8() {
        Row row = Samples.row();
        String borders = "\u001F\u0020\u007F\u0080\u07FF\u0800\uFFFF" + Character.toString(0x10000)
                + Character.toString(0x10FFFF) + Character.toString(0x1F600);
        row.set(M01.NAME, borders);
        assertThat(JsonMapper.shared().readTree(form.json(row)).get(3).asString())
                .isEqualTo(borders);
    }
}
