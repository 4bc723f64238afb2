package kaigo.documents.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import kaigo.documents.DocumentProblem;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * ページの数え上げ: goes to every page, because the number that a document gives of itself need not be true. A tree that
 * comes back to itself has no end.
 */
final class PageTree {

    /** ページ数 has four digits. */
    private static final int MOST_PAGES = 9_999;

    private final Deque<COSDictionary> open = new ArrayDeque<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int count;
    private @Nullable DocumentProblem problem;

    private PageTree() {}

    static PageTree walk(@Nullable COSBase root) {
        PageTree tree = new PageTree();
        tree.add(root);
        while (tree.problem == null && !tree.open.isEmpty()) {
            tree.visit(tree.open.pop());
        }
        if (tree.problem == null && tree.count == 0) {
            tree.problem = DocumentProblem.NO_PAGES;
        }
        return tree;
    }

    int count() {
        return count;
    }

    /** Null if every page is there. */
    @Nullable
    DocumentProblem problem() {
        return problem;
    }

    private void add(@Nullable COSBase node) {
        if (node instanceof COSDictionary dictionary && seen.add(dictionary)) {
            open.push(dictionary);
        } else {
            problem = DocumentProblem.BROKEN;
        }
    }

    private void visit(COSDictionary node) {
        COSBase kids = node.getDictionaryObject(COSName.KIDS);
        if (kids instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                add(array.getObject(i));
            }
        } else if (!hasContents(node)) {
            problem = DocumentProblem.BROKEN;
        } else if (++count > MOST_PAGES) {
            problem = DocumentProblem.TOO_MANY_PAGES;
        }
    }

    /** A page may be empty; what it names must be there. */
    private static boolean hasContents(COSDictionary page) {
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (!(array.getObject(i) instanceof COSStream)) {
                    return false;
                }
            }
            return true;
        }
        return contents instanceof COSStream || !page.containsKey(COSName.CONTENTS);
    }
}
