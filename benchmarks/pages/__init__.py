"""The rival pages: the same dates and colours, drawn the way a user of each library would draw them."""
