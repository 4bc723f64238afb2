package kaigo.documents.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.documents.DocumentProblem;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * 動く内容: what a document could do beyond being shown. Every object that the file lists is looked at, whether a page leads
 * to it or not; nothing is unpacked but what holds objects.
 */
final class ActiveContent {

    /** No honest document of 20 MB has so many. */
    private static final int MOST_OBJECTS = 2_000_000;

    private static final Map<String, DocumentProblem> KEYS = Map.of(
            "JS", DocumentProblem.JAVASCRIPT,
            "JavaScript", DocumentProblem.JAVASCRIPT,
            "EmbeddedFiles", DocumentProblem.EMBEDDED_FILE,
            "XFA", DocumentProblem.XFA);

    private static final Map<String, DocumentProblem> ACTIONS = Map.of(
            "JavaScript", DocumentProblem.JAVASCRIPT,
            "Launch", DocumentProblem.LAUNCH,
            "GoToE", DocumentProblem.EMBEDDED_FILE,
            "Rendition", DocumentProblem.RICH_MEDIA,
            "RichMediaExecute", DocumentProblem.RICH_MEDIA,
            "Sound", DocumentProblem.RICH_MEDIA,
            "Movie", DocumentProblem.RICH_MEDIA);

    private static final Map<String, DocumentProblem> SUBTYPES = Map.of(
            "FileAttachment", DocumentProblem.EMBEDDED_FILE,
            "RichMedia", DocumentProblem.RICH_MEDIA,
            "Screen", DocumentProblem.RICH_MEDIA,
            "Movie", DocumentProblem.RICH_MEDIA,
            "Sound", DocumentProblem.RICH_MEDIA,
            "3D", DocumentProblem.RICH_MEDIA);

    private final Deque<COSBase> open = new ArrayDeque<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ActiveContent() {}

    /** Null if there is nothing of the kind. */
    static @Nullable DocumentProblem find(COSDocument document) {
        ActiveContent content = new ActiveContent();
        content.add(document.getTrailer());
        List<COSObjectKey> listed = new ArrayList<>(document.getXrefTable().keySet());
        for (COSObjectKey key : listed) {
            COSObject object = document.getObjectFromPool(key);
            if (object.getObject() == null) {
                return DocumentProblem.BROKEN; // another reader might read what this one can't
            }
            content.add(object);
            DocumentProblem found = content.findInOpen();
            if (found != null) {
                return found;
            }
        }
        return content.findInOpen();
    }

    private void add(@Nullable COSBase one) {
        boolean holdsOthers = one instanceof COSObject || one instanceof COSDictionary || one instanceof COSArray;
        if (one != null && holdsOthers && seen.add(one)) {
            open.push(one);
        }
    }

    private @Nullable DocumentProblem findInOpen() {
        while (!open.isEmpty()) {
            if (seen.size() > MOST_OBJECTS) {
                return DocumentProblem.TOO_HEAVY;
            }
            switch (open.pop()) {
                case COSObject indirect -> add(indirect.getObject());
                case COSArray array -> array.forEach(this::add);
                case COSDictionary dictionary -> {
                    DocumentProblem found = problem(dictionary);
                    if (found != null) {
                        return found;
                    }
                    dictionary.getValues().forEach(this::add);
                }
                default -> throw new IllegalStateException();
            }
        }
        return null;
    }

    private static @Nullable DocumentProblem problem(COSDictionary dictionary) {
        for (COSName key : dictionary.keySet()) {
            DocumentProblem byKey = KEYS.get(key.getName());
            if (byKey != null) {
                return byKey;
            }
        }
        if (isFile(dictionary)) {
            return DocumentProblem.EMBEDDED_FILE;
        }
        DocumentProblem byAction = ACTIONS.get(name(dictionary, COSName.S));
        return byAction != null ? byAction : SUBTYPES.get(name(dictionary, COSName.SUBTYPE));
    }

    /** A file inside, or the entry that leads to one. */
    private static boolean isFile(COSDictionary dictionary) {
        boolean leads = dictionary.containsKey(COSName.EF)
                && (dictionary.containsKey(COSName.F) || dictionary.containsKey(COSName.UF));
        return leads || name(dictionary, COSName.TYPE).equals("EmbeddedFile");
    }

    private static String name(COSDictionary dictionary, COSName key) {
        COSName name = dictionary.getCOSName(key);
        return name == null ? "" : name.getName();
    }
}
