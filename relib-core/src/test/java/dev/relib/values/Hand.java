package dev.relib.values;

import java.util.List;

record Hand(List<Card> cards) {

}
