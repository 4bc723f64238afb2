package kaigo.generate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** 揃わない組 (E1014): sets of 要介護認定情報 whose files are not whole, or do not go together. */
final class DamagedSets {
    private static final int PERSONS = 60;
    private static final String CRLF = "\r\n";
    private static final String SURVEY = "M07C";
    private static final String NOTES = "M07D";

    private DamagedSets() {}

    /** What is done to the files of a right set, by their names. */
    enum Damage {
        PART_MISSING(parts -> parts.keySet().removeIf(name -> name.startsWith(SURVEY))),
        FIRST_PART_MISSING(parts -> parts.keySet().removeIf(name -> name.startsWith("M07A"))),
        PARTS_OF_TWO_RUNS(parts -> edit(parts, SURVEY, csv -> csv.replaceFirst("(,I,\\d{8},\\d{12})\\d\\d", "$159"))),
        ROW_OF_NOBODY(parts -> edit(parts, NOTES, DamagedSets::ofNobody)),
        OTHER_ORDER(parts -> edit(parts, NOTES, DamagedSets::lastRowFirst));

        private final Consumer<Map<String, String>> damage;

        Damage(Consumer<Map<String, String>> damage) {
            this.damage = damage;
        }
    }

    private interface Edit {
        String of(String csv);
    }

    /** Writes the sets, one ZIP for each kind, and answers their names by the order of {@link Damage}. */
    static List<String> write(Path folder, Population population) throws IOException {
        Population few = population.ofOnly(PERSONS);
        List<String> names = new ArrayList<>();
        for (Damage damage : Damage.values()) {
            Path set = RecordSets.write(folder, () -> new CareRecords(few).initial("M07"), damage.ordinal() + 1);
            Map<String, String> parts = read(set);
            damage.damage.accept(parts);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(set))) {
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    RecordSets.put(zip, part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            names.add(String.valueOf(set.getFileName()));
        }
        return names;
    }

    private static Map<String, String> read(Path set) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(set)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static void edit(Map<String, String> parts, String part, Edit edit) {
        parts.replaceAll((name, csv) -> name.startsWith(part) ? edit.of(csv) : csv);
    }

    private static String ofNobody(String csv) {
        List<String> lines = new ArrayList<>(List.of(csv.split(CRLF)));
        lines.set(lines.size() - 2, lines.get(lines.size() - 2).replaceFirst("^(2,\\d+),[^,]*", "$1,9999999999"));
        return String.join(CRLF, lines) + CRLF;
    }

    /** The keys change places, the 連番 stays. */
    private static String lastRowFirst(String csv) {
        List<String> lines = new ArrayList<>(List.of(csv.split(CRLF)));
        String first = lines.get(1);
        String last = lines.get(lines.size() - 2);
        lines.set(1, "2,2," + withoutNumber(last));
        lines.set(
                lines.size() - 2,
                last.substring(0, last.length() - withoutNumber(last).length()) + withoutNumber(first));
        return String.join(CRLF, lines) + CRLF;
    }

    private static String withoutNumber(String line) {
        return line.split(",", 3)[2];
    }
}
