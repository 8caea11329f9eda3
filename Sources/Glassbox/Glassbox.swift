// Glassbox
