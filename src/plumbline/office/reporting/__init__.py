"""Reports and board packs from one frozen snapshot: page, PDF, slides and workbook."""
