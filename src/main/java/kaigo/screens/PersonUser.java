package kaigo.screens;

import java.util.List;
import java.util.UUID;
import kaigo.shared.PmhHash;

/**
 * サインイン中の本人.
 *
 * @param key under which the person's files are found
 * @param files 保険者番号/被保険者番号, in their order, at least one: of more than one insurer after a move
 * @param session which sign-in it is: a newer one ends it
 */
public record PersonUser(PmhHash key, List<String> files, UUID session) implements SignedIn {

    private static final long serialVersionUID = 1L;

    public PersonUser {
        files = List.copyOf(files);
    }

    @Override
    public Part part() {
        return Part.INSURED;
    }

    @Override
    public String organisationNumber() {
        return files.getFirst().substring(files.getFirst().indexOf('/') + 1);
    }

    @Override
    public String organisationName() {
        return ScreenText.text("person.number");
    }

    @Override
    public String displayName() {
        return ScreenText.text("person.self");
    }

    @Override
    public String getName() {
        return "insured:" + files.getFirst();
    }
}
